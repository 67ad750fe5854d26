import { CancellationScope, CancelledFailure, workflowInfo } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import { judgeRotation } from '../contract/rotation';
import type { Rotation } from '../contract/rotation-result';
import { undoActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import type { FleetRun } from './fleet-run';
import { pauseScheduleOf } from './pause-schedule-of';
import { removeGenerations, toId } from './remove-generations';

/** Rows of each list of the result. */
const MAX_ROWS = 100;

const MAX_CAUSE = 300;

/** One look at the Region; the activity's own attempts come on top. */
const LOOK_MINUTES = 5;

export interface RotateGroupInput {
  run: FleetRun;
  request: CloneFleetInput;
  /** Instances that are ready. */
  expected: number;
}

/**
 * Deletes the older fleets of the group, now that this one is ready. Whatever it meets, the new fleet stands and the run
 * completes: what could not be deleted is in the result. Not cancellable once begun, since undoing the new fleet then
 * would leave neither.
 */
export async function rotateGroup({ run, request, expected }: RotateGroupInput): Promise<void> {
  const { group, keepLast, shareGroup = false } = request.fleet ?? {};
  if (group === undefined || keepLast === undefined) return;
  if (CancellationScope.current().consideredCancelled)
    throw new CancelledFailure('cancelled before the group was rotated');
  const lists = { kept: [], removed: [], left: [], disksLeft: [], alone: [] };
  const rotation: Rotation = { group, keepLast, done: false, ...lists, disksLeftCount: 0 };
  run.rotation = rotation;
  run.show();
  await CancellationScope.nonCancellable(async () => {
    await lookAndRemove({ run, rotation, expected, shareGroup });
    rotation.done = true;
    if (rotation.left.length > 0 || rotation.problem !== undefined) await pauseScheduleOf({ run, rotation });
  });
  run.show();
}

interface LookAndRemoveInput extends Pick<RotateGroupInput, 'run' | 'expected'> {
  rotation: Rotation;
  shareGroup: boolean;
}

async function lookAndRemove({ run, rotation, expected, shareGroup }: LookAndRemoveInput): Promise<void> {
  const { group, keepLast } = rotation;
  try {
    const generations = await look({ run, group, expected });
    const { ownerId } = run.ownership;
    const source = run.requirePlan.source.name;
    const { namespace } = workflowInfo();
    const judged = judgeRotation({ ownerId, expected, keepLast, source, namespace, shareGroup, generations });
    rotation.kept = judged.kept.slice(0, MAX_ROWS).map(toId);
    rotation.alone = judged.alone
      .slice(0, MAX_ROWS)
      .map(({ generation, cause }) => ({ ...toId(generation), cause }));
    if (judged.problem !== undefined) rotation.problem = `nothing was deleted: ${judged.problem}`;
    await removeGenerations({ run, rotation, due: judged.due });
  } catch (error) {
    rotation.problem = `nobody could look for older fleets: ${messageOfRoot(error)}`.slice(0, MAX_CAUSE);
  }
}

async function look({ run, group, expected }: { run: FleetRun; group: string; expected: number }) {
  const { findGenerations } = undoActivities({
    activityId: 'rotate/look',
    summary: `look for older fleets of group ${group}, by tags`,
    minutes: LOOK_MINUTES,
  });
  const { region } = run.requirePlan;
  const { generations } = await findGenerations({ ...run.ownership, region, group, expected });
  return generations;
}
