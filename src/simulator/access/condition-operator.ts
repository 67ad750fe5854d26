import { matchesWildcards } from './matches-wildcards';

type Compare = (input: { pattern: string; text: string }) => boolean;

const isEqual: Compare = ({ pattern, text }) => pattern === text;
const isEqualInAnyCase: Compare = ({ pattern, text }) => pattern.toLowerCase() === text.toLowerCase();

/** Parts of an ARN are compared one by one: a wildcard does not reach over a colon, but in the last part. */
const isLikeArn: Compare = ({ pattern, text }) => {
  const patterns = splitArn(pattern);
  const parts = splitArn(text);
  return (
    patterns.length === parts.length &&
    patterns.every((part, index) => matchesWildcards({ pattern: part, text: parts[index] ?? '' }))
  );
};

/** `negated`: true where none of the values fits, and also where the key is not there. */
const OPERATORS: ReadonlyMap<string, { compare: Compare; negated: boolean }> = new Map([
  ['StringEquals', { compare: isEqual, negated: false }],
  ['StringNotEquals', { compare: isEqual, negated: true }],
  ['StringEqualsIgnoreCase', { compare: isEqualInAnyCase, negated: false }],
  ['StringNotEqualsIgnoreCase', { compare: isEqualInAnyCase, negated: true }],
  ['StringLike', { compare: matchesWildcards, negated: false }],
  ['StringNotLike', { compare: matchesWildcards, negated: true }],
  ['ArnEquals', { compare: isLikeArn, negated: false }],
  ['ArnNotEquals', { compare: isLikeArn, negated: true }],
  ['ArnLike', { compare: isLikeArn, negated: false }],
  ['ArnNotLike', { compare: isLikeArn, negated: true }],
  ['Bool', { compare: isEqualInAnyCase, negated: false }],
]);

export const OPERATOR_NAMES = [...OPERATORS.keys(), 'Null'];

export type ConditionOperator =
  | { kind: 'null' }
  | {
      kind: 'compare';
      compare: Compare;
      negated: boolean;
      quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
      ifExists: boolean;
    };

/**
 * `ForAnyValue:StringLikeIfExists` taken apart; undefined where there is no such operator. IAM User Guide, "IAM JSON
 * policy elements: Condition operators". Null takes neither the prefix nor the suffix.
 */
export function parseOperator(name: string): ConditionOperator | undefined {
  if (name === 'Null') return { kind: 'null' };
  const [, prefix, base = '', suffix] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  const operator = OPERATORS.get(base);
  if (operator === undefined) return undefined;
  const quantifier = prefix as 'ForAllValues' | 'ForAnyValue' | undefined;
  return { kind: 'compare', ...operator, quantifier, ifExists: suffix !== undefined };
}

function splitArn(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}
