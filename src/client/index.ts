/**
 * `lightsail-fleet/client`: start, plan, follow, cancel and delete fleets from a service. Begin with
 * {@link connectFleetClient}, or with {@link createFleetClient} where there is a Temporal client already.
 *
 * @module
 */
export {
  connectFleetClient,
  type ConnectedFleetClient,
  type ConnectFleetClientInput,
} from './connect-fleet-client';
export { createFleetClient, type CreateFleetClientInput, type FleetClient } from './fleet-client';
export type { AwaitPlanInput, AwaitPlanResult } from './await-plan';
export type { CancelFleetResult } from './cancel-fleet';
export type { DeleteFleetRequest } from './delete-fleet';
export type { ActivityRetry, FindRetriesInput } from './find-retries';
export type { FoundWorkers } from './find-workers';
export type { FleetOutcome, FleetView } from './fleet-view';
export type { FleetIdInput } from './get-progress';
export type { ListFleetsInput, ListFleetsResult } from './list-fleets';
export type { FleetRunStatus, ListedFleet } from './listed-fleet';
export type { FleetDeletion } from './match-deletion';
export { makeFleetId, type MakeFleetIdInput } from './make-fleet-id';
export type { PlanFleetInput } from './plan-fleet';
export {
  registerSearchAttributes,
  SearchAttributeTypeError,
  type RegisterSearchAttributesInput,
  type RegisterSearchAttributesResult,
} from './register-search-attributes';
export { rotationProblem } from '../contract/rotation-problem';
export type { FollowRemoval, RemovalProgress, StartedRemoval } from './run-removal';
export type {
  BackfillScheduleInput,
  BackfillScheduleResult,
  ProposedBackfill,
} from './schedules/backfill-schedule';
export type {
  CreateScheduleInput,
  CreateScheduleResult,
  ProposedSchedule,
} from './schedules/create-schedule';
export type { DeleteScheduleResult } from './schedules/delete-schedule';
export type { ScheduleIdInput } from './schedules/describe-schedule';
export type { ListedSchedule, ListSchedulesResult } from './schedules/list-schedules';
export type { PauseScheduleInput } from './schedules/pause-schedule';
export type { FleetScheduleClient } from './schedules/schedule-client';
export type { ScheduleCost } from './schedules/schedule-cost';
export { FleetScheduleExistsError, FleetScheduleNotFoundError } from './schedules/schedule-errors';
export type { ScheduleRun, ScheduleRunOutcome, ScheduleTimes, ScheduleView } from './schedules/schedule-view';
export type {
  ProposedTrigger,
  TriggerScheduleInput,
  TriggerScheduleResult,
} from './schedules/trigger-schedule';
export { sourceOf } from './source-of';
export type { StartFleetInput, StartFleetResult } from './start-fleet';
export type { SweepFleetsRequest } from './sweep-fleets';
export type { FleetEvent, WatchFleetInput } from './watch-fleet';
export {
  FleetCancelledError,
  FleetConflictError,
  FleetExistsError,
  FleetFailedError,
  FleetNotFoundError,
  FleetNotRunningError,
  InvalidRequestError,
  PlanTimeoutError,
  RemovalConflictError,
  TemporalCallError,
  type FleetFailedType,
  type FleetFailure,
} from './client-errors';
export { TemporalConfigError, TemporalUnreachableError, type TemporalPlace } from '../temporal-connection';
export { ConfigError } from '../config';
export {
  parseCloneFleetInput,
  type CloneFleetInput,
  type ParsedCloneFleetInput,
} from '../contract/clone-fleet-input';
export type { CloneFleetResult, FleetDisk, FleetInstance } from '../contract/clone-fleet-result';
export { parseDeleteFleetInput, type DeleteFleetInput } from '../contract/delete-fleet-input';
export type {
  DeleteFleetResult,
  DeleteProgress,
  LeftAlone,
  OwnedResource,
} from '../contract/delete-fleet-result';
export type { Rotation } from '../contract/rotation-result';
export type { OverlapPolicy, ScheduleInput } from '../contract/schedule-input';
export { parseSweepFleetsInput, type SweepFleetsInput } from '../contract/sweep-fleets-input';
export type { FleetGroup, SweepFleetsResult, SweptGroup } from '../contract/sweep-fleets-result';
export {
  FAILURE_TYPES,
  isFailureType,
  type FailureType,
  type FleetFailureDetails,
  type InstanceProblem,
  type Problem,
  type Survivor,
} from '../contract/failures';
export type { FleetFilter } from '../contract/fleet-filter';
export { isFleetId } from '../contract/fleet-id';
export type { FleetPlan } from '../contract/fleet-plan';
export type { FleetProgress, InstanceProgress } from '../contract/fleet-progress';
export { FLEET_STATES, INSTANCE_STATES, type FleetState, type InstanceState } from '../contract/fleet-states';
