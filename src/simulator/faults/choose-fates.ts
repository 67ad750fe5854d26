import { keyedRandom } from '../random';
import type { Change } from '../state/change';
import { matches } from './choose-call-effect';
import type { NamedCall } from './choose-call-effect';
import type { FateEffect, FaultRule, FaultState } from './fault-plan';
import { FATE_EFFECTS } from './fault-plan';

export type FateRule = FaultRule & { effect: FateEffect };

/** What the plan has in store for one resource of the call: at most one rule for each effect. */
export type Fates = Partial<Record<FateEffect, FateRule>>;

export interface ChooseFatesInput {
  faults: FaultState;
  call: NamedCall;
  /** The resources that get an operation, in the order of the request, and how often each name was made before. */
  resources: readonly { name: string; generation: number }[];
}

export interface ChooseFatesResult {
  fates: Map<string, Fates>;
  changes: Change[];
}

/**
 * Which resources of an accepted call meet which fate. A rule without a name takes them in the order of the
 * request until `times` is used up, except that `late-appearance` then takes the whole call. Chance is drawn
 * from the name and not from the order of calls, so that racing clients meet the same fates.
 */
export function chooseFates({ faults, call, resources }: ChooseFatesInput): ChooseFatesResult {
  const fates = new Map<string, Fates>(resources.map(({ name }) => [name, {}]));
  const changes: Change[] = [];
  faults.rules.forEach((state, index) => {
    const { rule, matched } = state;
    if (!isFateRule(rule) || !matches({ rule, call }) || matched < (rule.nth ?? 1)) return;
    const wholeCall = rule.effect === 'late-appearance' && rule.name === undefined;
    let { fired } = state;
    let struck = false;
    for (const { name, generation } of resources) {
      if (fired >= rule.times || (rule.name !== undefined && rule.name !== name)) continue;
      const key = wholeCall ? `${index}|${matched}` : `${index}|${name}|${generation}`;
      if (rule.probability !== undefined && keyedRandom({ seed: faults.seed, key })() >= rule.probability)
        continue;
      const ofResource = fates.get(name) as Fates;
      ofResource[rule.effect] ??= rule;
      struck = true;
      if (!wholeCall) fired++;
    }
    if (wholeCall && struck) fired++;
    if (fired !== state.fired) changes.push({ kind: 'count-rule', index, matched, fired });
  });
  return { fates, changes };
}

function isFateRule(rule: FaultRule): rule is FateRule {
  return (FATE_EFFECTS as readonly string[]).includes(rule.effect);
}
