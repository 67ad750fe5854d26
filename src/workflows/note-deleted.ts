import { patched, upsertMemo } from '@temporalio/workflow';
import { DELETED_OWNERS_MEMO } from '../contract/names';
import type { OwnedRun } from './owned-run';

/** Each is 36 characters; a deletion of an id has one or two, and a memo is read with every listing. */
const MAX_OWNERS = 100;

/** Notes whose fleets are gone, where a listing sees it: their own runs ended as `ready` and cannot say so. */
export function noteDeleted({ ownersRemoved }: OwnedRun): void {
  const owners = [...ownersRemoved].slice(0, MAX_OWNERS);
  if (owners.length > 0 && patched('note-deleted')) upsertMemo({ [DELETED_OWNERS_MEMO]: owners });
}
