import type { CloneFleetResult } from '../contract/clone-fleet-result';
import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { FleetCancelledError, FleetFailedError } from './client-errors';
import type { FleetOutcome } from './fleet-view';
import { toClientError } from './to-client-error';

export interface ReadOutcomeInput {
  fleetId: string;
  runId: string;
  signal?: AbortSignal | undefined;
}

/** How a run that has ended came out. */
export async function readOutcome(
  context: ClientContext,
  { fleetId, runId, signal }: ReadOutcomeInput,
): Promise<FleetOutcome> {
  const handle = context.client.workflow.getHandle(fleetId, runId);
  try {
    const result = (await callWithin({ context, signal, call: () => handle.result() })) as CloneFleetResult;
    return { kind: 'ready', result };
  } catch (error) {
    const known = toClientError(error, { fleetId });
    if (known instanceof FleetCancelledError) return { kind: 'cancelled' };
    if (!(known instanceof FleetFailedError)) throw known;
    const { type, message, details } = known;
    return { kind: 'failed', failure: { type, message, details } };
  }
}

/** The result, or the error that the outcome stands for. */
export function resultOf(outcome: FleetOutcome, { fleetId }: { fleetId: string }): CloneFleetResult {
  if (outcome.kind === 'ready') return outcome.result;
  throw outcome.kind === 'cancelled'
    ? new FleetCancelledError(fleetId)
    : new FleetFailedError(outcome.failure);
}
