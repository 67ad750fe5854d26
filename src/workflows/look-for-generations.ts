import type { FindGenerationsResult } from '../contract/rotation';
import { waitActivities } from './activity-options';
import type { FleetRun } from './fleet-run';

/** The look with all its attempts. Who cannot look in that time tells so, and the run completes. */
const LOOK_MINUTES = 15;

export interface LookForGenerationsInput {
  run: FleetRun;
  group: string;
  /** Instances of the new fleet that are ready. */
  expected: number;
  /** Owners whose fleets were deleted: a second look, which waits until it sees none of them, as listings lag. */
  gone?: string[];
}

export async function lookForGenerations({
  run,
  group,
  expected,
  gone,
}: LookForGenerationsInput): Promise<FindGenerationsResult> {
  const { findGenerations } = waitActivities({
    activityId: gone === undefined ? 'rotate/look' : 'rotate/look-again',
    summary: `look for ${gone === undefined ? 'older fleets' : 'what is left'} of group ${group}, by tags`,
    minutes: LOOK_MINUTES,
  });
  const { region } = run.requirePlan;
  const again = gone === undefined ? {} : { gone };
  return findGenerations({ ...run.ownership, region, group, expected, ...again });
}
