import { decodeMapFromPayloads } from '@temporalio/common/lib/internal-non-workflow';
import type { RawWorkflowExecutionInfo } from '@temporalio/client';
import { optionalTsToDate } from '@temporalio/common/lib/time';
import { z } from 'zod';
import { deletedFleetSchema, type DeletedFleet } from '../contract/deleted-fleet';
import { DELETED_FLEETS_MEMO, WORKFLOW_TYPES } from '../contract/names';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes';
import type { ClientContext } from './client-context';
import { listRuns } from './list-runs';

/** Runs that may have deleted something, which are looked at, newest first: years of a nightly rotation. */
const MAX_RUNS = 5_000;

const memoSchema = z.array(deletedFleetSchema);

/** What a run has noted of a fleet that it removed. */
export interface NotedDeletion extends DeletedFleet {
  /** When that run had ended, ISO 8601. */
  at: string;
  /** Its workflow id. */
  by: string;
}

export interface FoundDeletions {
  deletions: readonly NotedDeletion[];
  /** There are older ones that nobody looked at, or notes that this client cannot read. */
  more: boolean;
}

/**
 * Which fleets were deleted since a time, as a `deleteFleet` noted it when it had verified it, or a rotation when a look
 * had confirmed it. Who deletes past them, by hand or by `sweep`, leaves no such note.
 */
export async function findDeleted(
  context: ClientContext,
  { since }: { since: string },
): Promise<FoundDeletions> {
  const { deleteFleet, cloneFleet } = WORKFLOW_TYPES;
  const who = `(WorkflowType = '${deleteFleet}' OR (WorkflowType = '${cloneFleet}' AND ${SEARCH_ATTRIBUTES.group.name} IS NOT NULL))`;
  const query = `${who} AND ExecutionStatus = 'Completed' AND CloseTime >= '${since}'`;
  const deletions: NotedDeletion[] = [];
  let more = false;
  let looked = 0;
  for await (const raw of listRuns(context, { query })) {
    if (looked === MAX_RUNS) return { deletions, more: true };
    looked += 1;
    try {
      deletions.push(...(await notesOf(context, raw)));
    } catch {
      // Of another codec, or of another version: what one run noted is no reason to tell nothing of the others.
      more = true;
    }
  }
  return { deletions, more };
}

/** Our own memo only: somebody else's may be of a converter that this client does not have. */
async function notesOf(
  { client }: ClientContext,
  { memo, execution, closeTime }: RawWorkflowExecutionInfo,
): Promise<NotedDeletion[]> {
  const { loadedDataConverter, namespace } = client.options;
  const payload = memo?.fields?.[DELETED_FLEETS_MEMO];
  const at = optionalTsToDate(closeTime)?.toISOString();
  const by = execution?.workflowId ?? '';
  if (payload === undefined || at === undefined) return [];
  const fields = { [DELETED_FLEETS_MEMO]: payload };
  const decoded = await decodeMapFromPayloads(loadedDataConverter, fields, {
    ...{ type: 'workflow' as const, namespace, workflowId: by },
  });
  return memoSchema.parse(decoded?.[DELETED_FLEETS_MEMO]).map((one) => ({ ...one, at, by }));
}
