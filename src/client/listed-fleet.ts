import type { WorkflowExecutionInfo } from '@temporalio/client';
import { FLEET_STATES, type FleetState } from '../contract/fleet-states';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes';
import type { FleetDeletion } from './match-deletion';

export type FleetRunStatus =
  'running' | 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timed-out' | 'other';

export interface ListedFleet {
  fleetId: string;
  runId: string;
  status: FleetRunStatus;
  /**
   * The search attribute; it lags a moment behind, and stays as it was when a run is terminated. `ready` says how the
   * run came out: the fleet stood then, and `deleted` says that it does no more.
   */
  state?: FleetState | undefined;
  /** Set when a deletion has removed it since. What somebody deletes by hand, nobody tells Temporal. */
  deleted?: FleetDeletion | undefined;
  region?: string | undefined;
  source?: string | undefined;
  group?: string | undefined;
  /** Instances asked for. */
  size?: number | undefined;
  /** ISO 8601. */
  startedAt: string;
  closedAt?: string | undefined;
}

/** What visibility knows of a run. */
export function toListedFleet(info: WorkflowExecutionInfo): ListedFleet {
  const attributes = info.typedSearchAttributes;
  const state = attributes.get(SEARCH_ATTRIBUTES.state);
  return {
    fleetId: info.workflowId,
    runId: info.runId,
    status: STATUS_NAMES[info.status.name] ?? 'other',
    state: FLEET_STATES.find((known) => known === state),
    region: attributes.get(SEARCH_ATTRIBUTES.region),
    source: attributes.get(SEARCH_ATTRIBUTES.source),
    group: attributes.get(SEARCH_ATTRIBUTES.group),
    size: attributes.get(SEARCH_ATTRIBUTES.size),
    startedAt: info.startTime.toISOString(),
    closedAt: info.closeTime?.toISOString(),
  };
}

/** True where something of it may have stood at its end, so that a deletion may have removed it. */
export function mayHaveStood({ status, state }: ListedFleet): boolean {
  if (status === 'running' || status === 'cancelled') return false;
  return state !== 'rolled-back';
}

const STATUS_NAMES: Partial<Record<WorkflowExecutionInfo['status']['name'], FleetRunStatus>> = {
  RUNNING: 'running',
  // It goes on when somebody lets it: nothing of it has ended.
  PAUSED: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed-out',
};
