import { CancellationScope, CancelledFailure } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import { judgeRotation } from '../contract/rotation';
import type { Rotation } from '../contract/rotation-result';
import { confirmRemoved } from './confirm-removed';
import { messageOfRoot } from './fleet-failure';
import type { FleetRun } from './fleet-run';
import { lookForGenerations } from './look-for-generations';
import { pauseScheduleOf } from './pause-schedule-of';
import { MAX_ROWS, removeGenerations, toId } from './remove-generations';

const MAX_CAUSE = 300;

/** Two older fleets whose removal takes all the time that it has. A schedule that skips what overlaps waits for it. */
const ROTATION_MINUTES = 120;

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
    if (isStuck(rotation)) await pauseScheduleOf({ run, rotation });
  });
  run.show();
}

/** A limit alone is no reason to stop: only the next run goes on with what it left. */
export function isStuck({ left, problem }: Rotation): boolean {
  return problem !== undefined || left.some(({ later }) => later !== true);
}

interface LookAndRemoveInput extends Pick<RotateGroupInput, 'run' | 'expected'> {
  rotation: Rotation;
  shareGroup: boolean;
}

async function lookAndRemove({ run, rotation, expected, shareGroup }: LookAndRemoveInput): Promise<void> {
  const { group, keepLast } = rotation;
  const until = Date.now() + ROTATION_MINUTES * 60_000;
  try {
    const { generations } = await lookForGenerations({ run, group, expected });
    const { ownerId } = run.ownership;
    const source = run.requirePlan.source.name;
    const judged = judgeRotation({ ownerId, expected, keepLast, source, shareGroup, generations });
    rotation.kept = judged.kept.slice(0, MAX_ROWS).map(toId);
    rotation.alone = judged.alone
      .slice(0, MAX_ROWS)
      .map(({ generation, cause }) => ({ ...toId(generation), cause }));
    if (judged.problem !== undefined) rotation.problem = `nothing was deleted: ${judged.problem}`;
    await removeGenerations({ run, rotation, due: judged.due, until });
    await confirmRemoved({ run, rotation, expected });
  } catch (error) {
    rotation.problem = `nobody could look for older fleets: ${messageOfRoot(error)}`.slice(0, MAX_CAUSE);
  }
}
