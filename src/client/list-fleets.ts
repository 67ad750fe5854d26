import type { RawWorkflowExecutionInfo } from '@temporalio/client';
import { executionInfoFromRaw } from '@temporalio/client/lib/helpers';
import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { InvalidRequestError } from './client-errors';
import { findDeleted } from './find-deleted';
import { MAX_LIST_LIMIT, problemsOfFilter, statesOf, type FleetFilter } from '../contract/fleet-filter';
import { fleetQuery } from './fleet-query';
import { mayHaveStood, toListedFleet, type ListedFleet } from './listed-fleet';
import { fromPageToken, toPageToken } from './page-token';
import { toClientError } from './to-client-error';

/** More than this on one screen nobody reads. */
const DEFAULT_LIMIT = 50;

/** The server's own page size at most. */
const MAX_PAGE_SIZE = 1000;

/** A listing of thousands of fleets takes several pages. */
const LIST_LIMIT_MILLIS = 30_000;

export interface ListFleetsInput extends FleetFilter {
  /** 1 to 10,000, default 50. */
  limit?: number | undefined;
  /** `nextPageToken` of the page before; the filters must be the same. */
  pageToken?: string | undefined;
}

export interface ListFleetsResult {
  /** Those that run, the newest first, then the others, by when they ended. */
  fleets: ListedFleet[];
  /** True when there are more behind these. */
  more: boolean;
  /** Leads to them. Absent when there are none. */
  nextPageToken?: string | undefined;
  /** The query that Temporal was asked, as its UI takes it. */
  query: string;
  /** True when there were more deletions than are looked at: one of the oldest fleets may be gone, unsaid. */
  deletionsUnread?: true | undefined;
}

/**
 * Fleets known to Temporal, in pages. What ended longer ago than the retention of its namespace is not known any more.
 *
 * Throws InvalidRequestError (nothing sent), TemporalCallError.
 */
export async function listFleets(
  context: ClientContext,
  input: ListFleetsInput = {},
): Promise<ListFleetsResult> {
  const problems = [...problemsOfFilter(input), ...problemsOfLimit(input)];
  if (problems.length > 0) throw new InvalidRequestError(problems);
  const query = fleetQuery(input);
  const { pageToken, limit = DEFAULT_LIMIT } = input;
  const token = pageToken === undefined ? undefined : fromPageToken({ query, pageToken });
  const read = async () => {
    const page = await readPage({ context, query, limit, token });
    return { ...page, ...(await withDeletions({ context, fleets: page.fleets, input })) };
  };
  try {
    const { next, fleets, deletionsUnread } = await callWithin({
      ...{ context, call: read, limitMillis: LIST_LIMIT_MILLIS },
    });
    return {
      ...{ fleets, more: next !== undefined, query },
      ...(next === undefined ? {} : { nextPageToken: toPageToken({ query, token: next }) }),
      ...(deletionsUnread ? { deletionsUnread } : {}),
    };
  } catch (error) {
    throw toClientError(error, { fleetId: 'the list of fleets' });
  }
}

interface ReadPageInput {
  context: ClientContext;
  query: string;
  limit: number;
  token: Uint8Array | undefined;
}

/** Exactly as many as fit, so that the server's token stands where the page ends. */
async function readPage({ context, query, limit, token }: ReadPageInput) {
  const fleets: ListedFleet[] = [];
  let next = token;
  do {
    const pageSize = Math.min(limit - fleets.length, MAX_PAGE_SIZE);
    const answer = await ask({ context, query, pageSize, token: next });
    fleets.push(...(await Promise.all(answer.executions.map((raw) => toFleet(context, raw)))));
    next = answer.next;
  } while (next !== undefined && fleets.length < limit);
  // A page that is full has a token, also when it was the last.
  const isLast =
    next === undefined || (await ask({ context, query, pageSize: 1, token: next })).executions.length === 0;
  return { fleets, next: isLast ? undefined : next };
}

async function ask({
  context: { client },
  query,
  pageSize,
  token,
}: Omit<ReadPageInput, 'limit'> & { pageSize: number }) {
  const { namespace } = client.options;
  const { executions, nextPageToken } = await client.workflowService.listWorkflowExecutions({
    ...{ namespace, query, pageSize },
    ...(token === undefined ? {} : { nextPageToken: token }),
  });
  return { executions: executions ?? [], next: nextPageToken?.length ? nextPageToken : undefined };
}

async function toFleet({ client }: ClientContext, raw: RawWorkflowExecutionInfo): Promise<ListedFleet> {
  const { loadedDataConverter, namespace } = client.options;
  return toListedFleet(await executionInfoFromRaw(raw, loadedDataConverter, raw, namespace));
}

interface WithDeletionsInput {
  context: ClientContext;
  fleets: ListedFleet[];
  input: ListFleetsInput;
}

/** Visibility keeps the state in which a run ended; that its fleet is gone, only the deletions know. */
async function withDeletions({ context, fleets, input }: WithDeletionsInput) {
  const since = fleets
    .filter(mayHaveStood)
    .flatMap(({ closedAt }) => closedAt ?? [])
    .sort()[0];
  if (since === undefined) return { fleets, deletionsUnread: false as const };
  const { deletions, more } = await findDeleted(context, { since });
  const told = fleets.map((fleet) => {
    const deleted = mayHaveStood(fleet) ? deletions.get(fleet.runId) : undefined;
    return deleted === undefined ? fleet : { ...fleet, deleted };
  });
  const wanted = statesOf(input).length === 0 ? told : told.filter((one) => !('deleted' in one));
  return { fleets: wanted, deletionsUnread: more };
}

function problemsOfLimit({ limit = DEFAULT_LIMIT }: ListFleetsInput) {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIST_LIMIT) return [];
  return [{ path: 'limit', message: `expected 1 to ${String(MAX_LIST_LIMIT)}, got ${String(limit)}` }];
}
