import type { CloneFleetResult } from '../contract/clone-fleet-result';
import type { FleetProgress } from '../contract/fleet-progress';
import type { FleetFailure } from './client-errors';
import type { ActivityRetry } from './find-retries';
import type { FleetDeletion } from './match-deletion';

/** How a run ended. `cancelled`: rolled back, nothing is left. */
export type FleetOutcome =
  | { kind: 'ready'; result: CloneFleetResult }
  | { kind: 'failed'; failure: FleetFailure }
  | { kind: 'cancelled' };

/** Everything that is known of one run, from Temporal's description of it, its query and its heartbeats. */
export interface FleetView {
  fleetId: string;
  runId: string;
  namespace: string;
  /** ISO 8601. */
  startedAt: string;
  closedAt?: string | undefined;
  /** Absent where no worker has ever answered the query. */
  progress?: FleetProgress | undefined;
  /** True when the query got no answer, so that `progress` may be old: as a rule no worker runs. */
  workerSilent: boolean;
  /** What is tried again, and why; absent where nothing is. */
  retries?: ActivityRetry[] | undefined;
  /** Set when the run has ended. */
  outcome?: FleetOutcome | undefined;
  /** Of `getFleet`: set when a deletion has removed what stood. */
  deleted?: FleetDeletion | undefined;
  /** Of `getFleet`: why it is not known whether it was deleted since. */
  deletionUnknown?: string | undefined;
}
