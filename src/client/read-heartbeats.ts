import type { WorkflowExecutionDescription } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow';
import type { ClientContext } from './client-context';
import type { ActivityHeartbeat } from './merge-heartbeats';

/**
 * The heartbeats of a run's pending activities. Decoded with the client's own converter and codecs, by the function
 * that the SDK's client itself uses (it has no public one; the SDK is pinned to an exact version).
 */
export async function readHeartbeats(
  { client }: ClientContext,
  { raw }: WorkflowExecutionDescription,
): Promise<ActivityHeartbeat[]> {
  const read = (raw.pendingActivities ?? []).map(async ({ activityId, heartbeatDetails }) => {
    if (activityId === undefined || activityId === null || !heartbeatDetails?.payloads?.length) return [];
    const [details] = await decodeArrayFromPayloads(
      client.options.loadedDataConverter,
      heartbeatDetails.payloads,
    );
    return isBatch(details) ? [{ activityId, ...details }] : [];
  });
  return (await Promise.all(read)).flat();
}

/** Other activities heartbeat other things; a worker of another version may, too. */
function isBatch(details: unknown): details is Omit<ActivityHeartbeat, 'activityId'> {
  if (typeof details !== 'object' || details === null) return false;
  return ['waiting', 'done', 'failed'].every((key) =>
    Array.isArray((details as Record<string, unknown>)[key]),
  );
}
