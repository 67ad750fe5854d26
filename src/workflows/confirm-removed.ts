import { log } from '@temporalio/workflow';
import type { Rotation } from '../contract/rotation-result';
import { messageOfRoot } from './fleet-failure';
import type { FleetRun } from './fleet-run';
import { lookForGenerations } from './look-for-generations';
import { commandOf, MAX_ROWS, NOT_SEEN } from './remove-generations';

const STILL_SEEN = 'its deletion has ended well, and an instance of it is there again or still';

export interface ConfirmRemovedInput {
  run: FleetRun;
  rotation: Rotation;
  /** Instances of the new fleet that are ready. */
  expected: number;
}

/**
 * Looks once more after all deletions: what is still seen is left, whatever its deletion said, and what somebody else has
 * deleted is not. A deletion that failed stays told: the disks whose instances are gone are seen by nobody. Where the new
 * fleet itself is not seen whole the look proves nothing, and what the deletions said stands.
 */
export async function confirmRemoved({ run, rotation, expected }: ConfirmRemovedInput): Promise<void> {
  const unseen = rotation.left.filter(({ cause }) => cause === NOT_SEEN);
  const gone = [...rotation.removed, ...unseen].map(({ ownerId }) => ownerId);
  if (gone.length === 0) return;
  const seen = await ownersSeen({ run, rotation, expected, gone });
  if (seen === undefined) return;
  const { removed } = rotation;
  const isThere = ({ ownerId }: { ownerId: string }) => seen.has(ownerId);
  rotation.removed = [
    ...removed.filter((one) => !isThere(one)),
    ...unseen
      .filter((one) => !isThere(one))
      .map(({ fleetId, ownerId }) => ({ fleetId, ownerId, resources: 0 })),
  ];
  rotation.left = [
    ...removed.filter(isThere).map(({ fleetId, ownerId }) => ({
      ...{ fleetId, ownerId, cause: STILL_SEEN, command: commandOf(run, { fleetId, ownerId }) },
    })),
    ...rotation.left.filter((one) => one.cause !== NOT_SEEN || isThere(one)),
  ].slice(0, MAX_ROWS);
}

async function ownersSeen(input: ConfirmRemovedInput & { gone: string[] }): Promise<Set<string> | undefined> {
  const { run, rotation, expected, gone } = input;
  try {
    const { generations } = await lookForGenerations({ run, group: rotation.group, expected, gone });
    const own = generations.find(({ ownerId }) => ownerId === run.ownership.ownerId);
    if ((own?.instances ?? 0) < expected) return undefined;
    return new Set(generations.map(({ ownerId }) => ownerId));
  } catch (error) {
    log.warn('nobody could look again after a rotation', { ...run.ownership, cause: messageOfRoot(error) });
    return undefined;
  }
}
