import type { FleetPlan } from '../../contract/fleet-plan';
import type { ScheduleInput } from '../../contract/schedule-input';

const DAYS = 30;

export interface ScheduleCost {
  /** One generation, USD a month, as planned. */
  generationMonthlyUsd: number;
  /** Runs that are due within 30 days; the server tells 1,000 at most. */
  runsIn30Days: number;
  /** fleet.keepLast: so many generations stand in the end, however rarely a run is due. */
  keepLast?: number | undefined;
  /** How many generations stand when all of these were ready: with fleet.keepLast no more than that. */
  standingAfter30Days: number;
  /** All that then stands, USD a month; while a new one is made, one generation more. */
  standingMonthlyUsd: number;
}

export interface CostOfInput {
  input: Pick<ScheduleInput, 'request' | 'maxRuns'>;
  plan: Pick<FleetPlan, 'monthlyPriceUsd'>;
  times: readonly Date[];
  now: Date;
}

export function costOf({ input, plan, times, now }: CostOfInput): ScheduleCost {
  const until = now.getTime() + DAYS * 24 * 3_600_000;
  const due = times.filter((time) => time.getTime() <= until).length;
  const runsIn30Days = Math.min(due, input.maxRuns ?? due);
  const keepLast = input.request.fleet?.keepLast;
  const standingAfter30Days = Math.min(runsIn30Days, keepLast ?? runsIn30Days);
  return {
    generationMonthlyUsd: plan.monthlyPriceUsd,
    runsIn30Days,
    ...(keepLast === undefined ? {} : { keepLast }),
    standingAfter30Days,
    standingMonthlyUsd: Number((plan.monthlyPriceUsd * standingAfter30Days).toFixed(2)),
  };
}
