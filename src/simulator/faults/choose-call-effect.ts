import { keyedRandom } from '../random';
import type { Change } from '../state/change';
import type { CallEffect, FaultRule, FaultState } from './fault-plan';
import { ACTIONS_OF_EFFECT, CALL_EFFECTS } from './fault-plan';

export interface NamedCall {
  action: string;
  region: string;
  zone?: string;
  /** The resources that the call names. */
  names: readonly string[];
}

export interface ChooseCallEffectResult {
  /** The first rule that strikes this call itself. */
  rule?: FaultRule & { effect: CallEffect };
  changes: Change[];
}

/**
 * Counts the call for every rule that it matches, and picks the first rule that strikes it. `nth` is the first
 * matching call that may be struck; from there on a rule strikes until `times` is used up.
 */
export function chooseCallEffect(input: { faults: FaultState; call: NamedCall }): ChooseCallEffectResult {
  const { faults, call } = input;
  const result: ChooseCallEffectResult = { changes: [] };
  faults.rules.forEach((state, index) => {
    const { rule } = state;
    if (!matches({ rule, call })) return;
    const matched = state.matched + 1;
    let { fired } = state;
    if (result.rule === undefined && isCallRule(rule) && fired < rule.times && matched >= (rule.nth ?? 1)) {
      const random = keyedRandom({ seed: faults.seed, key: `${index}|${call.action}|${matched}` });
      if (rule.probability === undefined || random() < rule.probability) {
        result.rule = rule;
        fired++;
      }
    }
    result.changes.push({ kind: 'count-rule', index, matched, fired });
  });
  return result;
}

export function matches({ rule, call }: { rule: FaultRule; call: NamedCall }): boolean {
  if (rule.action !== undefined && rule.action !== call.action) return false;
  if (ACTIONS_OF_EFFECT.get(rule.effect)?.includes(call.action) === false) return false;
  if (rule.region !== undefined && rule.region !== call.region) return false;
  if (rule.zone !== undefined && rule.zone !== call.zone) return false;
  return rule.name === undefined || call.names.includes(rule.name);
}

function isCallRule(rule: FaultRule): rule is FaultRule & { effect: CallEffect } {
  return (CALL_EFFECTS as readonly string[]).includes(rule.effect);
}
