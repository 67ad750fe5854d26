import { z } from 'zod';
import { isConditionKey, KEYS_IN_WORDS, TAG_KEYS } from './condition-key';
import { OPERATOR_NAMES, parseOperator } from './condition-operator';

/** Several times what fits in the 6,144 characters of a managed policy of AWS. */
const MOST_STATEMENTS = 100;
const MOST_VALUES = 500;
const LONGEST_TEXT = 2048;

/** Variables would need the identity that a credential of the simulator does not have. */
const text = z
  .string()
  .min(1)
  .max(LONGEST_TEXT)
  .refine((value) => !value.includes('${'), { error: 'expected no policy variable: they are not simulated' });

/** Not a union: of that, only "invalid input" would be told. */
function oneOrMore<T extends z.ZodType>(item: T, most = MOST_VALUES) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? (value as unknown[]) : [value]),
    z.array(item).min(1).max(most),
  );
}

const actions = oneOrMore(
  text.regex(/^(\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$/, {
    error: 'expected * or <service>:<action>, such as lightsail:Get*',
  }),
);
const resources = oneOrMore(
  text.regex(/^(\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:.+)$/, {
    error: 'expected * or an ARN, such as arn:aws:lightsail:*:*:Instance/*',
  }),
);

const conditionValue = z
  .union([z.string().max(LONGEST_TEXT), z.boolean(), z.number()])
  .transform(String)
  .refine((value) => !value.includes('${'), { error: 'expected no policy variable: they are not simulated' });

const condition = z
  .record(z.string(), z.record(z.string(), oneOrMore(conditionValue)))
  .superRefine((operators, context) => {
    for (const [name, keys] of Object.entries(operators)) {
      const operator = parseOperator(name);
      if (operator === undefined) {
        const message = `expected one of ${OPERATOR_NAMES.join(', ')}, with ForAllValues:, ForAnyValue: or IfExists`;
        context.addIssue({ code: 'custom', path: [name], message });
      }
      for (const key of Object.keys(keys)) {
        if (!isConditionKey(key))
          context.addIssue({
            code: 'custom',
            path: [name, key],
            message: `expected one of ${KEYS_IN_WORDS}`,
          });
        // What AWS does then is not defined, and a policy that leaves it open is a mistake.
        if (
          key.toLowerCase() === TAG_KEYS &&
          operator?.kind === 'compare' &&
          operator.quantifier === undefined
        ) {
          const message =
            'aws:TagKeys has several values: expected ForAllValues: or ForAnyValue: before the operator';
          context.addIssue({ code: 'custom', path: [name, key], message });
        }
      }
    }
  });

const statement = z
  .strictObject({
    Sid: z
      .string()
      .regex(/^[A-Za-z0-9]*$/, { error: 'expected letters and digits' })
      .optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: actions.optional(),
    NotAction: actions.optional(),
    Resource: resources.optional(),
    NotResource: resources.optional(),
    Condition: condition.optional(),
    Principal: z.undefined({ error: 'expected none: a policy of an identity names no Principal' }).optional(),
  })
  .refine(({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined), {
    error: 'expected either Action or NotAction',
    when: () => true,
  })
  .refine(({ Resource, NotResource }) => (Resource === undefined) !== (NotResource === undefined), {
    error: 'expected either Resource or NotResource',
    when: () => true,
  });

/** A policy of an identity (IAM User Guide, "IAM JSON policy elements reference"), every list as a list. */
export const policySchema = z.strictObject({
  // Without it AWS takes the older one, which has no variables; neither has this.
  Version: z.enum(['2012-10-17', '2008-10-17']).optional(),
  Id: z.string().max(LONGEST_TEXT).optional(),
  Statement: oneOrMore(statement, MOST_STATEMENTS),
});

export type Policy = z.infer<typeof policySchema>;
export type Statement = Policy['Statement'][number];
export type Condition = NonNullable<Statement['Condition']>;
