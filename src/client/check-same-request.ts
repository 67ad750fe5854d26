import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { FleetConflictError } from './client-errors';
import { digestOfRequest, REQUEST_DIGEST_MEMO } from './request-digest';
import type { FleetStart } from './start-options';

/**
 * A start that joined a running fleet asked for the same thing: otherwise FleetConflictError. A run that another
 * language started carries no digest and cannot be compared.
 */
export async function checkSameRequest(
  context: ClientContext,
  { fleetId, input, runId }: FleetStart & { runId: string | undefined },
): Promise<void> {
  const handle = context.client.workflow.getHandle(fleetId, runId);
  const { memo } = await callWithin({ context, call: () => handle.describe() });
  const digest = memo?.[REQUEST_DIGEST_MEMO];
  if (digest !== undefined && digest !== digestOfRequest(input)) throw new FleetConflictError(fleetId);
}
