import { optionalTsToDate } from '@temporalio/common/lib/time';
import { WORKFLOW_TYPES } from '../contract/names';
import type { ClientContext } from './client-context';
import { quoted } from './quoted';
import { listRuns } from './list-runs';

/** Ids of one query: each is up to 200 characters, and a query has to stay readable. */
const IDS_OF_A_QUERY = 50;

export interface RunOfId {
  fleetId: string;
  runId: string;
  /** ISO 8601; absent while it goes on. */
  closedAt?: string | undefined;
}

export interface FindLaterRunsInput {
  fleetIds: readonly string[];
  /** ISO 8601. */
  since: string;
}

/**
 * Runs of these fleets that went on at a time or later. A run that an operator has reset goes on under another run id, and
 * makes its fleet again under the owner id of the first.
 */
export async function findLaterRuns(
  context: ClientContext,
  { fleetIds, since }: FindLaterRunsInput,
): Promise<RunOfId[]> {
  const ids = [...new Set(fleetIds)];
  const found: RunOfId[] = [];
  for (let from = 0; from < ids.length; from += IDS_OF_A_QUERY) {
    const some = ids.slice(from, from + IDS_OF_A_QUERY).map(quoted);
    const query = `WorkflowType = '${WORKFLOW_TYPES.cloneFleet}' AND WorkflowId IN (${some.join(', ')})`;
    for await (const { execution, closeTime } of listRuns(context, { query })) {
      const closedAt = optionalTsToDate(closeTime)?.toISOString();
      if (closedAt !== undefined && closedAt < since) continue;
      found.push({ fleetId: execution?.workflowId ?? '', runId: execution?.runId ?? '', closedAt });
    }
  }
  return found;
}
