/**
 * The fixed public names: other services, dashboards and the operator's saved filters depend on them.
 * Vocabulary only (no library), so that workflow code may import it.
 */

/** Task queue that workers poll and clients start on, unless `FLEET_TASK_QUEUE` says otherwise. */
export const DEFAULT_TASK_QUEUE = 'lightsail-fleet';

export const WORKFLOW_TYPES = {
  cloneFleet: 'cloneFleet',
  planFleet: 'planFleet',
  deleteFleet: 'deleteFleet',
  sweepFleets: 'sweepFleets',
} as const;

/** Query that answers with a `FleetProgress`; of `deleteFleet` and `sweepFleets`, with a `DeleteProgress`. */
export const PROGRESS_QUERY = 'progress';

/** Update that answers with the `FleetPlan`, or is rejected with `InvalidRequest` or `PreflightFailed`. */
export const AWAIT_PLAN_UPDATE = 'awaitPlan';

/** Memo of a `deleteFleet` that has ended well, or of a `cloneFleet` that has rotated: what it removed of which fleet. */
export const DELETED_FLEETS_MEMO = 'deletedFleets';
