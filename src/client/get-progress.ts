import type { FleetProgress } from '../contract/fleet-progress';
import { PROGRESS_QUERY } from '../contract/names';
import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { toClientError } from './to-client-error';

export interface FleetIdInput {
  fleetId: string;
}

export interface GetProgressInput extends FleetIdInput {
  runId?: string | undefined;
  limitMillis?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** How far the workflow knows its fleet to be. A worker answers it; `getFleet` also does without one. */
export async function getProgress(
  context: ClientContext,
  { fleetId, runId, limitMillis, signal }: GetProgressInput,
): Promise<FleetProgress> {
  const handle = context.client.workflow.getHandle(fleetId, runId);
  try {
    return await callWithin({
      context,
      limitMillis,
      signal,
      call: () => handle.query<FleetProgress>(PROGRESS_QUERY),
    });
  } catch (error) {
    throw toClientError(error, { fleetId });
  }
}
