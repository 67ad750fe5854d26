import { parseOperator, type ConditionOperator } from './condition-operator';
import type { Condition } from './policy-schema';

/** Values of the keys that a call brings; the names in lower case. A key that is not there has none. */
export type ConditionContext = ReadonlyMap<string, readonly string[]>;

export interface MeetsConditionInput {
  condition: Condition | undefined;
  context: ConditionContext;
}

/** Every operator and every key must hold; of the values listed for a key, one is enough. */
export function meetsCondition({ condition = {}, context }: MeetsConditionInput): boolean {
  return Object.entries(condition).every(([name, keys]) => {
    const operator = parseOperator(name);
    return Object.entries(keys).every(
      ([key, expected]) =>
        operator !== undefined && holds({ operator, expected, values: context.get(key.toLowerCase()) }),
    );
  });
}

interface HoldsInput<O> {
  operator: O;
  expected: readonly string[];
  values: readonly string[] | undefined;
}

function holds({ operator, expected, values }: HoldsInput<ConditionOperator>): boolean {
  if (operator.kind === 'null')
    return expected.some((text) => (text.toLowerCase() === 'true') === (values === undefined));
  return holdsCompared({ operator, expected, values });
}

/** IAM User Guide, "Set operators for multivalued context keys", for what holds of no values at all. */
function holdsCompared(input: HoldsInput<Extract<ConditionOperator, { kind: 'compare' }>>): boolean {
  const { operator, expected, values } = input;
  const { compare, negated, quantifier, ifExists } = operator;
  if (values === undefined)
    return ifExists || (quantifier === undefined ? negated : quantifier === 'ForAllValues');
  const fits = (text: string): boolean => expected.some((pattern) => compare({ pattern, text })) !== negated;
  if (quantifier === 'ForAllValues' || (quantifier === undefined && negated)) return values.every(fits);
  return values.some(fits);
}
