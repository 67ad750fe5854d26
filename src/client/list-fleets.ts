import type { RawWorkflowExecutionInfo } from '@temporalio/client';
import { executionInfoFromRaw } from '@temporalio/client/lib/helpers';
import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { InvalidRequestError } from './client-errors';
import { MAX_LIST_LIMIT, problemsOfFilter, statesOf, type FleetFilter } from '../contract/fleet-filter';
import { fleetQuery } from './fleet-query';
import { toListedFleet, type ListedFleet } from './listed-fleet';
import { markDeleted } from './mark-deleted';
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
  /** True when there were more deletions than are looked at, or unreadable ones: a fleet may be gone, unsaid. */
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
    const { fleets, deletionsUnread } = await markDeleted(context, page);
    const wanted = statesOf(input).length === 0 ? fleets : fleets.filter((one) => one.deleted === undefined);
    return { next: page.next, fleets: wanted, deletionsUnread };
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
  // Its memo says nothing of it here, and may be of a converter that this client does not have.
  // In front of the message, as the defaults of its members are not its own.
  const bare = Object.create(raw, { memo: { value: null } }) as RawWorkflowExecutionInfo;
  return toListedFleet(await executionInfoFromRaw(bare, loadedDataConverter, bare, namespace));
}

function problemsOfLimit({ limit = DEFAULT_LIMIT }: ListFleetsInput) {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIST_LIMIT) return [];
  return [{ path: 'limit', message: `expected 1 to ${String(MAX_LIST_LIMIT)}, got ${String(limit)}` }];
}
