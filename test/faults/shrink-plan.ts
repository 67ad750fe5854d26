import type { Violation } from './auditor';
import type { Lane } from './campaign/lane';
import { playPlan, type PlayedPlan } from './campaign/play-plan';
import { smallerPlans } from './plan/smaller-plans';

/** Shrinking is a help for whoever reads it, and ends when it has cost this much. */
const MOST_PLAYS = 200;
const MOST_SECONDS = 300;

/** Processes race: what fails once may pass once. */
const PLAYS_EACH = 2;

export interface ShrinkPlanInput {
  failed: PlayedPlan;
  lanes: readonly Lane[];
  idPrefix: string;
  onSmaller?: (smaller: PlayedPlan, plays: number) => void;
}

/** The smallest plan found that still breaks the same promise: fewer faults, events and fleets, plainer ones. */
export async function shrinkPlan(input: ShrinkPlanInput): Promise<PlayedPlan> {
  const { lanes, idPrefix } = input;
  const until = Date.now() + MOST_SECONDS * 1000;
  const checks = new Set(input.failed.violations.map(({ check }) => check));
  let smallest = input.failed;
  let plays = 0;
  for (;;) {
    const candidates = smallerPlans(smallest.plan).flatMap((plan) =>
      Array<typeof plan>(PLAYS_EACH).fill(plan),
    );
    let found: PlayedPlan | undefined;
    const tryOn = async (lane: Lane): Promise<void> => {
      while (found === undefined && plays < MOST_PLAYS && Date.now() < until) {
        const plan = candidates.shift();
        if (plan === undefined) return;
        plays += 1;
        const played = await playPlan({ lane, plan, idPrefix: `${idPrefix}-shrink${String(plays)}` });
        if (breaksSame(played.violations, checks)) found ??= played;
      }
    };
    await Promise.all(lanes.map(tryOn));
    if (found === undefined) return smallest;
    smallest = found;
    input.onSmaller?.(smallest, plays);
  }
}

function breaksSame(violations: readonly Violation[], checks: ReadonlySet<string>): boolean {
  return violations.some(({ check }) => checks.has(check));
}
