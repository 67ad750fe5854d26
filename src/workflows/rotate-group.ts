import { CancellationScope, CancelledFailure } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { DeletedFleet } from '../contract/deleted-fleet';
import type { Rotation } from '../contract/rotation-result';
import type { FleetRun } from './fleet-run';
import { lookForGenerations } from './look-for-generations';
import { noteDeleted } from './note-deleted';
import { pauseScheduleOf } from './pause-schedule-of';
import { removeGenerations, type LookAgain } from './remove-generations';

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
 * completes: what could not be deleted is in the result. A cancellation keeps it from beginning another deletion, and
 * undoes nothing: without the older fleets, undoing the new one would leave neither.
 */
export async function rotateGroup({ run, request, expected }: RotateGroupInput): Promise<void> {
  const { fleet = {} } = request;
  const { group, keepLast } = fleet;
  if (group === undefined || keepLast === undefined) return;
  const scope = CancellationScope.current();
  if (scope.consideredCancelled) throw new CancelledFailure('cancelled before the group was rotated');
  const rotation: Rotation = {
    ...{ group, keepLast, done: false, kept: [], removed: [], left: [], leftCount: 0 },
    ...{ disksLeft: [], disksLeftCount: 0, alone: [], aloneCount: 0 },
  };
  run.rotation = rotation;
  run.show();
  const lookAgain: LookAgain = (seen) => lookForGenerations({ run, fleet, expected, ...seen });
  const until = Date.now() + ROTATION_MINUTES * 60_000;
  const isCancelled = () => scope.consideredCancelled;
  const gone: DeletedFleet[] = [];
  const onGone = (fleets: DeletedFleet[]) => void gone.push(...fleets);
  await CancellationScope.nonCancellable(async () => {
    await removeGenerations({ run, rotation, lookAgain, until, isCancelled, onGone });
    noteDeleted(gone);
    rotation.done = true;
    if (isStuck(rotation)) await pauseScheduleOf({ run, rotation });
  });
  run.show();
}

/** A limit alone is no reason to stop: only the next run goes on with what it left. */
export function isStuck({ left, disksLeftCount, problem }: Rotation): boolean {
  return problem !== undefined || disksLeftCount > 0 || left.some(({ later }) => later !== true);
}
