/**
 * Package entry `lightsail-fleet`: the contract, and what a service needs to run the worker inside itself. The client
 * is `lightsail-fleet/client`, which never loads the native parts of the SDK.
 */
export {
  cloneFleetInputSchema,
  parseCloneFleetInput,
  type CloneFleetInput,
  type ParsedCloneFleetInput,
} from './contract/clone-fleet-input';
export {
  cloneFleetResultSchema,
  type CloneFleetResult,
  type FleetDisk,
  type FleetInstance,
} from './contract/clone-fleet-result';
export {
  deleteFleetInputSchema,
  parseDeleteFleetInput,
  type DeleteFleetInput,
  type ParsedDeleteFleetInput,
} from './contract/delete-fleet-input';
export {
  deleteFleetResultSchema,
  deleteProgressSchema,
  type DeleteFleetResult,
  type DeleteProgress,
  type LeftAlone,
  type OwnedResource,
} from './contract/delete-fleet-result';
export {
  parseSweepFleetsInput,
  sweepFleetsInputSchema,
  type ParsedSweepFleetsInput,
  type SweepFleetsInput,
} from './contract/sweep-fleets-input';
export {
  sweepFleetsResultSchema,
  type FleetGroup,
  type SweepFleetsResult,
  type SweptGroup,
} from './contract/sweep-fleets-result';
export { fleetFailureDetailsSchema } from './contract/failure-details';
export {
  FAILURE_TYPES,
  isFailureType,
  type FailureType,
  type FleetFailureDetails,
  type InstanceProblem,
  type Problem,
  type Survivor,
} from './contract/failures';
export { FLEET_ID_RULE, isFleetId } from './contract/fleet-id';
export { FLEET_DEFAULTS, MAX_FLEET_SIZE, type FleetOptions } from './contract/fleet-options';
export { fleetPlanSchema, type FleetBatch, type FleetPlan } from './contract/fleet-plan';
export { fleetProgressSchema, type FleetProgress, type InstanceProgress } from './contract/fleet-progress';
export { FLEET_STATES, INSTANCE_STATES, type FleetState, type InstanceState } from './contract/fleet-states';
export { AWAIT_PLAN_UPDATE, DEFAULT_TASK_QUEUE, PROGRESS_QUERY, WORKFLOW_TYPES } from './contract/names';
export { SEARCH_ATTRIBUTE_DEFINITIONS, SEARCH_ATTRIBUTES } from './contract/search-attributes';
export { isOwnedBy, TAG_KEYS, type Tag } from './contract/tags';
export { runWorker, type RunWorkerInput, type TemporalFlags } from './worker';
