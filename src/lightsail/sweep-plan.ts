import type { ListingResult } from './listing-read';

/** A listing grows and shrinks with the account; after this long its length is learned anew. */
const LEARNED_FOR_MILLIS = 10 * 60_000;

/** What the listing was last seen to cost. */
export interface ListingCost extends ListingResult {
  learnedAtMillis: number;
}

export interface PlanSweepInput {
  /** How many items are due: what asking singly costs. */
  dueCount: number;
  /** How many are waited for: all of them gain by a listing. */
  waitingCount: number;
  cost: ListingCost | undefined;
  nowMillis: number;
}

/**
 * The cheaper way: how many pages of the listing may be read, 0 for asking singly. A listing whose length is not
 * known is given half of what single calls for all would cost, so that a busy account's thousands of old items,
 * which are listed first, cannot make the watcher blind or dear (API reference, GetOperations: oldest first).
 */
export function pagesToRead({ dueCount, waitingCount, cost, nowMillis }: PlanSweepInput): number {
  if (dueCount < 2) return 0;
  const half = Math.ceil(waitingCount / 2);
  if (cost === undefined || nowMillis - cost.learnedAtMillis > LEARNED_FOR_MILLIS) return half;
  if (cost.complete) return cost.pages < dueCount ? dueCount : 0;
  return cost.pages < half ? half : 0;
}
