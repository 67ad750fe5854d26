import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FindGenerationsResult } from '../contract/rotation';
import { waitActivities } from './activity-options';
import type { FleetRun } from './fleet-run';

/** The look with all its attempts. Who cannot look in that time tells so, and the run completes. */
const LOOK_MINUTES = 15;

export interface LookForGenerationsInput {
  run: FleetRun;
  /** With a group and keepLast. */
  fleet: NonNullable<CloneFleetInput['fleet']>;
  /** Instances of the new fleet that are ready. */
  expected: number;
  /** How many deletions came before. */
  deletions: number;
  /** Owners whose fleets were deleted: it is waited until none of them is seen, as listings lag. */
  gone: string[];
}

export async function lookForGenerations(input: LookForGenerationsInput): Promise<FindGenerationsResult> {
  const { run, fleet, expected, deletions, gone } = input;
  const { group = '', keepLast = 1, shareGroup = false } = fleet;
  const { findGenerations } = waitActivities({
    activityId: deletions === 0 ? 'rotate/look' : `rotate/look-again-${String(deletions)}`,
    summary: `look for ${deletions === 0 ? 'older fleets' : 'what is left'} of group ${group}, by tags`,
    minutes: LOOK_MINUTES,
  });
  const { region, source } = run.requirePlan;
  return findGenerations({
    ...{ ...run.ownership, region, group, expected, keepLast, shareGroup, source: source.name },
    ...(gone.length === 0 ? {} : { gone }),
  });
}
