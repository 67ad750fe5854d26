import { DELETED_OWNERS_MEMO, WORKFLOW_TYPES } from '../contract/names';
import type { ClientContext } from './client-context';

/** Deletions that are looked at, newest first: years of a nightly rotation. */
const MAX_DELETIONS = 5_000;

const PAGE_SIZE = 1000;

/** A deletion of a fleet that has ended well. */
export interface FleetDeletion {
  /** When it had ended, ISO 8601. */
  at: string;
  /** Workflow id of the `deleteFleet`: of a person's `delete`, or of the rotation of a newer fleet. */
  by: string;
}

export interface FoundDeletions {
  /** By owner id. */
  deletions: ReadonlyMap<string, FleetDeletion>;
  /** There are older ones that nobody looked at. */
  more: boolean;
}

/**
 * Whose fleets were deleted since a time, as the deletions themselves noted it when they had verified it. Who deletes
 * past `deleteFleet`, by hand or by `sweep`, leaves no such note.
 */
export async function findDeleted(
  { client }: ClientContext,
  { since }: { since: string },
): Promise<FoundDeletions> {
  const query = `WorkflowType = '${WORKFLOW_TYPES.deleteFleet}' AND ExecutionStatus = 'Completed' AND CloseTime >= '${since}'`;
  const deletions = new Map<string, FleetDeletion>();
  let looked = 0;
  for await (const { workflowId, memo, closeTime } of client.workflow.list({ query, pageSize: PAGE_SIZE })) {
    if (looked === MAX_DELETIONS) return { deletions, more: true };
    looked += 1;
    const owners: unknown = memo?.[DELETED_OWNERS_MEMO];
    if (!Array.isArray(owners) || closeTime === undefined) continue;
    for (const owner of owners) deletions.set(String(owner), { at: closeTime.toISOString(), by: workflowId });
  }
  return { deletions, more: false };
}
