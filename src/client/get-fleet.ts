import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { findDeleted, type FleetDeletion } from './find-deleted';
import type { FleetView } from './fleet-view';
import type { FleetIdInput } from './get-progress';
import { observeFleet } from './observe-fleet';
import { toClientError } from './to-client-error';

/** Deletions since the fleet's end are read, a page for each thousand. */
const DELETIONS_LIMIT_MILLIS = 10_000;

/**
 * All that is known of a fleet now, running or ended. Answers without a worker, too, then with less.
 *
 * Throws FleetNotFoundError, TemporalCallError.
 */
export async function getFleet(context: ClientContext, { fleetId }: FleetIdInput): Promise<FleetView> {
  const { view } = await observeFleet(context, { fleetId });
  const deleted = await deletionOf(context, view);
  return deleted === undefined ? view : { ...view, deleted };
}

async function deletionOf(
  context: ClientContext,
  { fleetId, runId, closedAt, progress, outcome }: FleetView,
): Promise<FleetDeletion | undefined> {
  if (closedAt === undefined || outcome?.kind === 'cancelled') return undefined;
  if (progress?.state === 'rolled-back') return undefined;
  const call = () => findDeleted(context, { since: closedAt });
  try {
    const { deletions } = await callWithin({ context, call, limitMillis: DELETIONS_LIMIT_MILLIS });
    return deletions.get(progress?.ownerId ?? runId);
  } catch (error) {
    throw toClientError(error, { fleetId });
  }
}
