import { matchesWildcards } from './matches-wildcards';
import { meetsCondition, type ConditionContext } from './meets-condition';
import type { Policy, Statement } from './policy-schema';

export type Decision = 'allowed' | 'explicit-deny' | 'implicit-deny';

export interface EvaluatePolicyInput {
  policy: Policy;
  /** lightsail:DeleteInstance */
  action: string;
  resourceArn: string;
  context: ConditionContext;
}

/** A Deny that fits wins over every Allow; what no statement allows is denied. */
export function evaluatePolicy({ policy, ...call }: EvaluatePolicyInput): Decision {
  const fitting = policy.Statement.filter((statement) => fits({ statement, ...call }));
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return 'explicit-deny';
  return fitting.length > 0 ? 'allowed' : 'implicit-deny';
}

function fits(input: { statement: Statement } & Omit<EvaluatePolicyInput, 'policy'>): boolean {
  const { statement, action, resourceArn, context } = input;
  const { Action, NotAction = [], Resource, NotResource = [], Condition } = statement;
  const names = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) =>
      matchesWildcards({ pattern: pattern.toLowerCase(), text: action.toLowerCase() }),
    );
  const covers = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => matchesWildcards({ pattern, text: resourceArn }));
  return (
    (Action === undefined ? !names(NotAction) : names(Action)) &&
    (Resource === undefined ? !covers(NotResource) : covers(Resource)) &&
    meetsCondition({ condition: Condition, context })
  );
}
