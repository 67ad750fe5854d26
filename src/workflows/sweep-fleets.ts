import { isCancellation, workflowInfo } from '@temporalio/workflow';
import type { SurveyRegionResult } from '../contract/owned-activities';
import { groupStateOf } from '../contract/run-state';
import type { SweepFleetsInput } from '../contract/sweep-fleets-input';
import type { FleetGroup, SweepFleetsResult, SweptGroup } from '../contract/sweep-fleets-result';
import { planActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import { lookInRegions } from './look-in-regions';
import { ownedFailure } from './owned-failure';
import { OwnedRun } from './owned-run';
import { judgeGroup, madeBeforeOf } from './judge-group';
import { removeOwned } from './remove-owned';

/** Groups of a result, about 400 bytes each: with its other lists it stays below 2 MiB. */
const MAX_GROUPS = 1_500;

/** Groups that one sweep deletes; each costs some 30 events, and a history ends at 51,200. */
const MAX_REMOVED_GROUPS = 500;

/**
 * Finds what belongs to no running and no standing fleet: what terminated runs and failed rollbacks left. Reports, and
 * deletes only when asked to, what is old enough. Safe to repeat.
 */
export async function sweepFleets(input?: SweepFleetsInput): Promise<SweepFleetsResult> {
  const run = new OwnedRun();
  try {
    return await surveyAndSweep(run, input);
  } catch (error) {
    throw ownedFailure({ run, error, fleetId: workflowInfo().workflowId });
  }
}

async function surveyAndSweep(run: OwnedRun, input: unknown): Promise<SweepFleetsResult> {
  const { workflowId } = workflowInfo();
  run.enter('looking');
  const { checkSweep } = planActivities({ activityId: 'check', summary: 'check the request' });
  const scope = await checkSweep({ request: input, workflowId });
  const age = `older than ${String(scope.minimumAgeHours)} hours`;
  run.about = scope.delete ? `Deletes what no run answers for, ${age}` : 'Reports, and deletes nothing';
  const seen = await lookInRegions({ run, scope, look: survey });
  const madeBefore = madeBeforeOf(scope, Date.now());
  // What is left alone in any case comes last, and is the first to be cut.
  const isDue = ({ state }: FleetGroup) => state !== 'running' && state !== 'standing';
  const found = seen.flatMap((one) => one.seen.groups);
  const all = [...found.filter(isDue), ...found.filter((group) => !isDue(group))];
  const groups: SweptGroup[] = all
    .slice(0, MAX_GROUPS)
    .map((group) => ({ ...group, action: judgeGroup({ group, scope, madeBefore }) }));
  run.groups = groups;
  const due = groups.filter(({ action }) => action === 'reported');
  if (scope.delete) {
    run.enter('removing');
    // One after another: nobody waits for a sweep, and running fleets share the rate limit.
    for (const group of due.slice(0, MAX_REMOVED_GROUPS))
      group.action = await sweep({ run, group, madeBefore });
  }
  run.enter('done');
  const more =
    all.length > MAX_GROUPS ||
    (scope.delete && due.length > MAX_REMOVED_GROUPS) ||
    seen.some((one) => one.seen.more);
  return { ...run.result(), groups, more };
}

function survey(region: string): Promise<SurveyRegionResult> {
  const { surveyRegion } = planActivities({
    activityId: `survey/${region}`,
    summary: `survey ${region}: who owns what, and what became of the runs`,
  });
  return surveyRegion({ region, workflowId: workflowInfo().workflowId });
}

interface SweepInput {
  run: OwnedRun;
  group: SweptGroup;
  madeBefore: string | undefined;
}

/** The run is asked for once more: an operator's reset can have brought it back since. */
async function sweep({ run, group, madeBefore }: SweepInput): Promise<SweptGroup['action']> {
  const { region, fleetId, ownerId } = group;
  const { readRuns } = planActivities({
    activityId: `runs/${region}/${fleetId}@${ownerId}`,
    summary: `ask once more what became of ${fleetId}`,
  });
  const asked = { owners: [{ fleetId, ownerId }], workflowId: workflowInfo().workflowId };
  let now: SweptGroup['state'];
  try {
    now = groupStateOf((await readRuns(asked)).runs[0]?.state ?? 'not-found');
  } catch (error) {
    if (isCancellation(error)) throw error;
    run.noteBlind({ region, cause: messageOfRoot(error) });
    return 'unread';
  }
  if (now !== group.state) {
    group.state = now;
    return 'none';
  }
  const selector = { fleetId, ownerIds: [ownerId] };
  const spare = ['running', 'completed'] as const;
  const left = await removeOwned({ run, region, selector, madeBefore, disks: true, spare });
  if (left.isBlind) return 'unread';
  return left.survivors.length === 0 ? 'removed' : 'survivors';
}
