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
import { createScheduleClient, type FleetScheduleClient } from './schedules/schedule-client';
import { startFleet, type StartFleetInput, type StartFleetResult } from './start-fleet';
import { sweepFleets, type SweepFleetsRequest } from './sweep-fleets';
import { watchFleet, type FleetEvent, type WatchFleetInput } from './watch-fleet';
import type { CloneFleetResult } from '../contract/clone-fleet-result';
import type { FleetPlan } from '../contract/fleet-plan';
import type { FleetProgress } from '../contract/fleet-progress';
import { DEFAULT_TASK_QUEUE } from '../contract/names';

/** Everything a service does with fleets. Each member is described where it is defined, in the file of its name. */
export interface FleetClient {
  startFleet(input: StartFleetInput): Promise<StartFleetResult>;
  awaitPlan(input: AwaitPlanInput): Promise<AwaitPlanResult>;
  planFleet(input: PlanFleetInput): Promise<FleetPlan>;
  getFleet(input: FleetIdInput): Promise<FleetView>;
  getProgress(input: FleetIdInput): Promise<FleetProgress>;
  watchFleet(input: WatchFleetInput): AsyncGenerator<FleetEvent, void>;
  getResult(input: WatchFleetInput): Promise<CloneFleetResult>;
  cancelFleet(input: FleetIdInput): Promise<CancelFleetResult>;
  listFleets(input?: ListFleetsInput): Promise<ListFleetsResult>;
  deleteFleet(input: DeleteFleetRequest): ReturnType<typeof deleteFleet>;
  sweepFleets(input?: SweepFleetsRequest): ReturnType<typeof sweepFleets>;
  findRetries(input: FindRetriesInput): Promise<ActivityRetry[]>;
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
