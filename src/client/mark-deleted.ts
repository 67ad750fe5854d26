import type { ClientContext } from './client-context';
import { findDeleted } from './find-deleted';
import { findLaterRuns } from './find-later-runs';
import { mayHaveStood, type ListedFleet } from './listed-fleet';
import { matchDeletion, toFleetDeletion } from './match-deletion';

export interface MarkedFleets {
  fleets: ListedFleet[];
  /** There are deletions that nobody looked at, or could read. */
  deletionsUnread: boolean;
}

/**
 * Visibility keeps the state in which a run ended; that its fleet is gone, only the deletions know. Where an operator has
 * reset its run since, the fleet may stand again.
 */
export async function markDeleted(
  context: ClientContext,
  { fleets }: { fleets: ListedFleet[] },
): Promise<MarkedFleets> {
  const closed = fleets.filter(mayHaveStood).flatMap(({ closedAt }) => closedAt ?? []);
  const [since] = closed.sort();
  if (since === undefined) return { fleets, deletionsUnread: false };
  const { deletions, more } = await findDeleted(context, { since });
  const matched = fleets.flatMap((fleet) => {
    if (!mayHaveStood(fleet)) return [];
    const deletion = matchDeletion({ deletions, fleet: { ...fleet, ownerId: fleet.runId } });
    return deletion === undefined ? [] : [{ runId: fleet.runId, deletion }];
  });
  const [first] = matched.map(({ deletion }) => deletion.since).sort();
  if (first === undefined) return { fleets, deletionsUnread: more };
  const fleetIds = matched.map(({ deletion }) => deletion.fleetId);
  const runs = await findLaterRuns(context, { fleetIds, since: first });
  const deletedOf = new Map(matched.map(({ runId, deletion }) => [runId, deletion]));
  const marked = fleets.map((fleet) => {
    const deletion = deletedOf.get(fleet.runId);
    const isReset = runs.some(
      ({ fleetId, runId, closedAt }) =>
        fleetId === fleet.fleetId &&
        runId !== fleet.runId &&
        (closedAt === undefined || closedAt >= (deletion?.since ?? '')),
    );
    return deletion === undefined || isReset ? fleet : { ...fleet, deleted: toFleetDeletion(deletion) };
  });
  return { fleets: marked, deletionsUnread: more };
}
