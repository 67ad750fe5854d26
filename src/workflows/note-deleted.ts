import { upsertMemo } from '@temporalio/workflow';
import type { DeletedFleet } from '../contract/deleted-fleet';
import type { DeleteFleetResult } from '../contract/delete-fleet-result';
import { DELETED_FLEETS_MEMO } from '../contract/names';

/** Each is some 250 characters; a deletion of an id has one or two, and a memo is read with every listing. */
const MAX_FLEETS = 100;

/**
 * What a deletion that has ended well removed of which fleet. The list of a result may be cut: then it counts less than
 * there was, and the fleet is not told as deleted.
 */
export function deletedFleets(
  result: Pick<DeleteFleetResult, 'removed' | 'leftAlone' | 'startedAt'>,
): DeletedFleet[] {
  const { removed, leftAlone, startedAt } = result;
  const names = new Map<string, Set<string>>();
  for (const { resourceType, ownerId, fleetId, region, name } of removed) {
    if (resourceType !== 'Instance') continue;
    const key = JSON.stringify([ownerId, fleetId, region]);
    names.set(key, (names.get(key) ?? new Set()).add(name));
  }
  return [...names].map(([key, { size: instances }]) => {
    const [ownerId, fleetId, region] = JSON.parse(key) as [string, string, string];
    return { ownerId, fleetId, region, instances, since: startedAt, disksLeft: leftAlone.length };
  });
}

/** Notes which fleets are gone, where a listing sees it: their own runs ended as `ready` and cannot say so. */
export function noteDeleted(fleets: readonly DeletedFleet[]): void {
  if (fleets.length > 0) upsertMemo({ [DELETED_FLEETS_MEMO]: fleets.slice(0, MAX_FLEETS) });
}
