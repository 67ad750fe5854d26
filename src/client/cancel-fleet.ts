import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { FleetNotRunningError } from './client-errors';
import type { FleetIdInput } from './get-progress';
import { observeFleet } from './observe-fleet';
import { toClientError } from './to-client-error';

export interface CancelFleetResult {
  runId: string;
  /** The fleet is ready, and the run deletes older ones of its group: it stands, and no other deletion is begun. */
  rotates?: true;
}

/**
 * Asks a run to stop and to undo what it made. Answers when the request is recorded; `watchFleet` tells of the
 * rollback. Safe to repeat while the run goes on. A run that rotates its group already undoes nothing.
 *
 * Throws FleetNotFoundError, FleetNotRunningError, TemporalCallError.
 */
export async function cancelFleet(
  context: ClientContext,
  { fleetId }: FleetIdInput,
): Promise<CancelFleetResult> {
  const { view } = await observeFleet(context, { fleetId });
  if (view.outcome !== undefined) throw new FleetNotRunningError(fleetId, view.outcome.kind);
  const handle = context.client.workflow.getHandle(fleetId, view.runId);
  try {
    await callWithin({ context, call: () => handle.cancel() });
  } catch (error) {
    throw toClientError(error, { fleetId });
  }
  const { runId, progress } = view;
  return progress?.rotation === undefined ? { runId } : { runId, rotates: true };
}
