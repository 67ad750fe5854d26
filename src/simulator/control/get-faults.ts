import type { ControlInput, ControlResult } from './handle-control';

/** The plan, and how often each of its rules has matched a call and struck. */
export function getFaults({ engine }: ControlInput): ControlResult {
  const { seed, rules } = engine.state.faults;
  return { status: 200, body: { seed, rules: rules.map(({ rule, ...counts }) => ({ ...rule, ...counts })) } };
}
