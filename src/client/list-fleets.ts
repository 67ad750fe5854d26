import type { WorkflowExecutionInfo } from '@temporalio/client';
import { WORKFLOW_TYPES } from '../contract/names';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes';
import { FLEET_STATES, type FleetState } from '../contract/fleet-states';
import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { toClientError } from './to-client-error';

/** Newest first; more than this on one screen nobody reads. */
const DEFAULT_LIMIT = 50;

/** The server's own page size at most. */
const MAX_PAGE_SIZE = 1000;

/** A listing of thousands of fleets takes several pages. */
const LIST_LIMIT_MILLIS = 30_000;

export type FleetRunStatus =
  'running' | 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timed-out' | 'other';

export interface ListedFleet {
  fleetId: string;
  runId: string;
  status: FleetRunStatus;
  /** The search attribute; it lags a moment behind, and stays as it was when a run is terminated. */
  state?: FleetState | undefined;
  region?: string | undefined;
  source?: string | undefined;
  size?: number | undefined;
  /** ISO 8601. */
  startedAt: string;
  closedAt?: string | undefined;
}

export interface ListFleetsInput {
  limit?: number | undefined;
  state?: FleetState | undefined;
}

export interface ListFleetsResult {
  fleets: ListedFleet[];
  /** True when there are more than `limit`. */
  more: boolean;
}

/** Fleets known to Temporal, newest first. */
export async function listFleets(
  context: ClientContext,
  { limit = DEFAULT_LIMIT, state }: ListFleetsInput = {},
): Promise<ListFleetsResult> {
  const filter = state === undefined ? '' : ` AND ${SEARCH_ATTRIBUTES.state.name} = "${state}"`;
  const query = `WorkflowType = "${WORKFLOW_TYPES.cloneFleet}"${filter}`;
  const fleets: ListedFleet[] = [];
  const read = async (): Promise<ListFleetsResult> => {
    const pageSize = Math.min(limit + 1, MAX_PAGE_SIZE);
    for await (const info of context.client.workflow.list({ query, pageSize })) {
      if (fleets.length === limit) return { fleets, more: true };
      fleets.push(toListedFleet(info));
    }
    return { fleets, more: false };
  };
  try {
    return await callWithin({ context, call: read, limitMillis: LIST_LIMIT_MILLIS });
  } catch (error) {
    throw toClientError(error, { fleetId: 'the list of fleets' });
  }
}

function toListedFleet(info: WorkflowExecutionInfo): ListedFleet {
  const attributes = info.typedSearchAttributes;
  const state = attributes.get(SEARCH_ATTRIBUTES.state);
  return {
    fleetId: info.workflowId,
    runId: info.runId,
    status: STATUS_NAMES[info.status.name] ?? 'other',
    state: FLEET_STATES.find((known) => known === state),
    region: attributes.get(SEARCH_ATTRIBUTES.region),
    source: attributes.get(SEARCH_ATTRIBUTES.source),
    size: attributes.get(SEARCH_ATTRIBUTES.size),
    startedAt: info.startTime.toISOString(),
    closedAt: info.closeTime?.toISOString(),
  };
}

const STATUS_NAMES: Partial<Record<WorkflowExecutionInfo['status']['name'], FleetRunStatus>> = {
  RUNNING: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed-out',
};
