import { awaitPlan, type AwaitPlanInput, type AwaitPlanResult } from './await-plan';
import { cancelFleet, type CancelFleetResult } from './cancel-fleet';
import type { ClientContext } from './client-context';
import { deleteFleet, type DeleteFleetRequest } from './delete-fleet';
import { findRetries, type ActivityRetry, type FindRetriesInput } from './find-retries';
import { findWorkers, type FoundWorkers } from './find-workers';
import { getFleet } from './get-fleet';
import type { FleetView } from './fleet-view';
import { getProgress, type FleetIdInput } from './get-progress';
import { getResult } from './get-result';
import { listFleets, type ListFleetsInput, type ListFleetsResult } from './list-fleets';
import { planFleet, type PlanFleetInput } from './plan-fleet';
import type { StartedRemoval } from './run-removal';
import { createScheduleClient, type FleetScheduleClient } from './schedules/schedule-client';
import { startFleet, type StartFleetInput, type StartFleetResult } from './start-fleet';
import { sweepFleets, type SweepFleetsRequest } from './sweep-fleets';
import { watchFleet, type FleetEvent, type WatchFleetInput } from './watch-fleet';
import type { CloneFleetResult } from '../contract/clone-fleet-result';
import type { DeleteFleetResult } from '../contract/delete-fleet-result';
import type { FleetPlan } from '../contract/fleet-plan';
import type { FleetProgress } from '../contract/fleet-progress';
import type { SweepFleetsResult } from '../contract/sweep-fleets-result';
import { DEFAULT_TASK_QUEUE } from '../contract/names';

/**
 * Everything a service does with fleets. Every request is checked before it goes; what is wrong with it comes as one
 * InvalidRequestError. Any call may throw TemporalCallError, when the server does not answer.
 */
export interface FleetClient {
  /**
   * Starts a fleet, or joins the running one of the same id, and answers at once: nobody has looked at the account yet.
   *
   * Throws InvalidRequestError (nothing sent), FleetExistsError (a fleet of that id stands), FleetConflictError (one
   * runs, with another request).
   */
  startFleet(input: StartFleetInput): Promise<StartFleetResult>;
  /**
   * Starts or joins as `startFleet` does, and waits until the request is accepted, with the plan, or refused: one call,
   * by update-with-start.
   *
   * Throws what `startFleet` throws; FleetFailedError of type `InvalidRequest`, `PreflightFailed` or what else kept the
   * plan from being made; PlanTimeoutError when the run was started but no worker has planned it.
   */
  awaitPlan(input: AwaitPlanInput): Promise<AwaitPlanResult>;
  /**
   * What a clone of this request would make and cost: every read of the preflight, no write.
   *
   * Throws InvalidRequestError (nothing sent), FleetFailedError of type `PreflightFailed` and the like,
   * PlanTimeoutError.
   */
  planFleet(input: PlanFleetInput): Promise<FleetPlan>;
  /** All that is known of a fleet now, running or ended; without a worker less. Throws FleetNotFoundError. */
  getFleet(input: FleetIdInput): Promise<FleetView>;
  /** How far the workflow knows its fleet to be. A worker answers it; `getFleet` also does without one. */
  getProgress(input: FleetIdInput): Promise<FleetProgress>;
  /**
   * Follows a run to its end, through restarts of worker and server: `for await (const event of …)`. The last event
   * is `ended`.
   *
   * Throws FleetNotFoundError, or the server's own error when it stays away longer than the limit.
   */
  watchFleet(input: WatchFleetInput): AsyncGenerator<FleetEvent, void>;
  /**
   * Waits for the end of a run, through interruptions as `watchFleet` does.
   *
   * Throws FleetFailedError (by its `type`), FleetCancelledError, FleetNotFoundError; when `signal` is aborted, its
   * reason.
   */
  getResult(input: WatchFleetInput): Promise<CloneFleetResult>;
  /**
   * Asks a run to stop and to undo what it made. Answers when the request is recorded. Safe to repeat while it runs.
   *
   * Throws FleetNotFoundError, FleetNotRunningError.
   */
  cancelFleet(input: FleetIdInput): Promise<CancelFleetResult>;
  /**
   * Fleets known to Temporal, by state, Region, source, group, age …, in pages: those that run first.
   *
   * Throws InvalidRequestError (nothing sent).
   */
  listFleets(input?: ListFleetsInput): Promise<ListFleetsResult>;
  /**
   * Deletes what carries the tags of a fleet or an owner, and waits until it is gone; with `dryRun` only looks.
   *
   * Throws FleetFailedError of type `RollbackIncomplete` (something is left), `InvalidRequest` (it is still running)
   * and the like, RemovalConflictError.
   */
  deleteFleet(input: DeleteFleetRequest): Promise<{ started: StartedRemoval; result?: DeleteFleetResult }>;
  /**
   * Reports what belongs to no running and no standing fleet, and with `delete: true` deletes what is old enough.
   *
   * Throws FleetFailedError (no Region could be read), RemovalConflictError.
   */
  sweepFleets(input?: SweepFleetsRequest): Promise<{ started: StartedRemoval; result?: SweepFleetsResult }>;
  /** What a running workflow tries again, and why. */
  findRetries(input: FindRetriesInput): Promise<ActivityRetry[]>;
  /** Workers that poll the task queue: without one, a start waits. A hint, not a proof. */
  findWorkers(): Promise<FoundWorkers>;
  readonly schedules: FleetScheduleClient;
}

export interface CreateFleetClientInput {
  /** A Temporal client of the namespace that the fleets' workers use; with its payload codecs, if any. */
  client: ClientContext['client'];
  taskQueue?: string | undefined;
}

/** The client for other services. Holds no state and opens nothing: the connection stays the caller's. */
export function createFleetClient({
  client,
  taskQueue = DEFAULT_TASK_QUEUE,
}: CreateFleetClientInput): FleetClient {
  const context: ClientContext = { client, taskQueue };
  return {
    startFleet: (input) => startFleet(context, input),
    awaitPlan: (input) => awaitPlan(context, input),
    planFleet: (input) => planFleet(context, input),
    getFleet: (input) => getFleet(context, input),
    getProgress: (input) => getProgress(context, input),
    watchFleet: (input) => watchFleet(context, input),
    getResult: (input) => getResult(context, input),
    cancelFleet: (input) => cancelFleet(context, input),
    listFleets: (input) => listFleets(context, input),
    deleteFleet: (input) => deleteFleet(context, input),
    sweepFleets: (input) => sweepFleets(context, input),
    findRetries: (input) => findRetries(context, input),
    findWorkers: () => findWorkers(context),
    schedules: createScheduleClient(context),
  };
}
