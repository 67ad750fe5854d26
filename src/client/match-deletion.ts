import type { NotedDeletion } from './find-deleted';

/** A deletion that has removed all of a fleet. */
export interface FleetDeletion {
  /** When the run that noted it had ended, ISO 8601. */
  at: string;
  /** Its workflow id: of a person's `delete`, or of the newer fleet whose rotation it was. */
  by: string;
  /** Disks that were attached to what it deleted, and are still there, billed. Absent where there are none. */
  disksLeft?: number | undefined;
}

/** A fleet that may have stood at its end. */
export interface EndedFleet {
  fleetId: string;
  /** In its owner tag: the first run id of the chain. */
  ownerId: string;
  region?: string | undefined;
  /** Instances asked for. */
  size?: number | undefined;
  /** ISO 8601. */
  closedAt?: string | undefined;
}

export interface MatchDeletionInput {
  deletions: readonly NotedDeletion[];
  fleet: EndedFleet;
}

/**
 * The newest deletion that proves it gone: of its owner, under its id, in its Region, begun after its end, and of as many
 * instances as were asked for. A part of a fleet, as somebody has re-tagged the rest, is not the fleet.
 */
export function matchDeletion({ deletions, fleet }: MatchDeletionInput): NotedDeletion | undefined {
  const { fleetId, ownerId, region, size = 0, closedAt } = fleet;
  if (size < 1 || region === undefined || closedAt === undefined) return undefined;
  return deletions
    .filter((one) => one.ownerId === ownerId && one.fleetId === fleetId && one.region === region)
    .filter(({ instances, since }) => instances >= size && since >= closedAt)
    .reduce<NotedDeletion | undefined>(
      (newest, one) => (newest === undefined || one.at > newest.at ? one : newest),
      undefined,
    );
}

export function toFleetDeletion({ at, by, disksLeft }: NotedDeletion): FleetDeletion {
  return { at, by, ...(disksLeft === 0 ? {} : { disksLeft }) };
}
