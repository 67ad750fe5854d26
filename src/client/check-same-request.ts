import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow';
import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { FleetConflictError } from './client-errors';
import { digestOfRequest } from './request-digest';
import type { FleetStart } from './start-options';

/**
 * A start that joined a running fleet asked for the same thing: otherwise FleetConflictError. The request of the run is
 * the first thing in its history, whoever started it, in whatever language.
 */
export async function checkSameRequest(
  context: ClientContext,
  { fleetId, input, runId }: FleetStart & { runId: string },
): Promise<void> {
  const { client } = context;
  const { history } = await callWithin({
    context,
    call: () =>
      client.workflowService.getWorkflowExecutionHistory({
        namespace: client.options.namespace,
        execution: { workflowId: fleetId, runId },
        maximumPageSize: 1,
      }),
  });
  const payloads = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads;
  // As in read-heartbeats.ts: the client's own converter and codecs.
  const [started] = await decodeArrayFromPayloads(client.options.loadedDataConverter, payloads);
  const isSame =
    typeof started === 'object' && started !== null && digestOfRequest(started) === digestOfRequest(input);
  if (!isSame) throw new FleetConflictError(fleetId);
}
