import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { findDeleted } from './find-deleted';
import type { FleetView } from './fleet-view';
import type { FleetIdInput } from './get-progress';
import { matchDeletion, toFleetDeletion, type EndedFleet } from './match-deletion';
import { observeFleet } from './observe-fleet';
import { toClientError } from './to-client-error';

/**
 * All that is known of a fleet now, running or ended. Answers without a worker and without visibility, too, then with
 * less.
 *
 * Throws FleetNotFoundError, TemporalCallError.
 */
export async function getFleet(context: ClientContext, { fleetId }: FleetIdInput): Promise<FleetView> {
  const { view } = await observeFleet(context, { fleetId });
  return { ...view, ...(await deletionOf(context, view)) };
}

async function deletionOf(
  context: ClientContext,
  view: FleetView,
): Promise<Pick<FleetView, 'deleted' | 'deletionUnknown'>> {
  const { fleetId, closedAt, progress, outcome } = view;
  if (closedAt === undefined || outcome?.kind === 'cancelled') return {};
  if (progress?.state === 'rolled-back') return {};
  const fleet = toEndedFleet(view);
  if (fleet.region === undefined || fleet.size === undefined) return {};
  try {
    const call = () => findDeleted(context, { since: closedAt });
    const { deletions, more } = await callWithin({ context, call });
    const found = matchDeletion({ deletions, fleet });
    if (found !== undefined) return { deleted: toFleetDeletion(found) };
    return more ? { deletionUnknown: 'there are deletions that nobody looked at, or could read' } : {};
  } catch (error) {
    // What the run itself tells stands without it.
    const known = toClientError(error, { fleetId });
    return { deletionUnknown: known instanceof Error ? known.message : String(known) };
  }
}

/** By what the worker tells, or without one by the result. */
function toEndedFleet({ fleetId, runId, closedAt, progress, outcome }: FleetView): EndedFleet {
  if (progress !== undefined) {
    const { ownerId, region, requested } = progress;
    return { fleetId, closedAt, ownerId, region, size: requested };
  }
  if (outcome?.kind !== 'ready') return { fleetId, closedAt, ownerId: runId };
  const { ownerId, region, instances } = outcome.result;
  return { fleetId, closedAt, ownerId, region, size: instances.length };
}
