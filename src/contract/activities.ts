import type { CloneFleetInput } from './clone-fleet-input';
import type { FleetDisk } from './clone-fleet-result';
import type { FailureType, InstanceProblem, Survivor } from './failures';
import type { FleetPlan } from './fleet-plan';
import type { FoundDisk, FoundInstance } from './found-instance';
import type { OperationRecord } from './operation-record';
import type { OwnedActivities } from './owned-activities';
import type { FleetOwnership } from './fleet-account';
import type { RotationActivities } from './rotation';
import type { GroupTags, Ownership } from './tags';

/** Recorded in history, so each is plain JSON, bounded by the batch (100 names) or the fleet (1,000). Times are ISO 8601. */

export interface PlanFleetActivityInput extends Ownership {
  /** The workflow's input as it came: nobody has checked it yet. */
  request: unknown;
  startedAt: string;
  /** Set when the run repeats itself by an old-style cron schedule, which cannot be owned safely. */
  cronSchedule?: string | undefined;
}

/** The AWS request without names; the disk mapping is already that of the batch. */
export type CreateTemplate = Omit<CloneFleetInput, 'instanceNames' | 'fleet'>;
export interface CreateInstancesInput extends FleetOwnership, Omit<GroupTags, 'namespace'> {
  region: string;
  request: CreateTemplate;
  /** File under the worker's folder whose text is the user data: read by the activity, never in history. */
  userDataFile?: string | undefined;
  instanceNames: string[];
  /** Noted in a tag of each instance: which of its disks were made with it. */
  snapshotDiskPaths?: string[] | undefined;
}
export interface CreateInstancesResult {
  instances: CreatedInstance[];
  requestedAt: string;
  /** When the last outcome was unknown, though all names are accounted for: that call may land once they are free again. */
  unknownSince?: string | undefined;
}
export interface CreatedInstance {
  name: string;
  /** Absent where the answer was lost and Lightsail lists no operation for the instance any more. */
  operationId?: string | undefined;
  /** True when the instance was found, ours, after an unknown outcome. */
  adopted: boolean;
}

export interface AwaitOperationsInput extends FleetOwnership {
  region: string;
  instances: { name: string; operationId?: string | undefined }[];
  requestedAt: string;
  deadline: string;
}
export interface AwaitOperationsResult {
  outcomes: OperationOutcome[];
}
export interface OperationOutcome {
  name: string;
  outcome: 'succeeded' | 'failed' | 'timed-out';
  /** When the end of the operation was seen; with `statusChangedAt` it tells the detection lag. */
  seenAt?: string | undefined;
  operation?: OperationRecord | undefined;
  /** Of a failed one: what its error means, and what a person can do. */
  failure?: { type: FailureType; errorKind: string; advice: string } | undefined;
}

export interface AwaitReadyInput extends FleetOwnership {
  region: string;
  instanceNames: string[];
  waitFor: FleetPlan['waitFor'];
  ipAddressType?: CloneFleetInput['ipAddressType'];
  deadline: string;
}
export interface AwaitReadyResult {
  ready: ReadyInstance[];
  notReady: InstanceProblem[];
}
export interface ReadyInstance {
  name: string;
  arn?: string | undefined;
  availabilityZone?: string | undefined;
  publicIpAddress?: string | undefined;
  privateIpAddress?: string | undefined;
  ipv6Addresses: string[];
  disks: FleetDisk[];
  readyAt: string;
}

export interface FindInstancesInput extends FleetOwnership {
  region: string;
  instanceNames: string[];
  /** When a create was last sent whose outcome nobody knows: it is looked for until it can no longer land. */
  unknownSince?: string | undefined;
  /** What tells a disk that the fleet made from one that a person attached since. */
  attachedDiskMapping?: CloneFleetInput['attachedDiskMapping'];
  snapshotDiskPaths: string[];
  /** Create operations of ours, as they were answered: they tell an instance of ours whose owner tag is gone. */
  made?: { name: string; operationId?: string | undefined }[] | undefined;
  /** A look that is refused for its credentials is repeated until then. Absent: it fails at once. */
  outlastRefusalsUntil?: string | undefined;
}
export interface FindInstancesResult {
  instances: FoundInstance[];
  /** Ours by their create operation, but no longer by tag: never deleted, and said. */
  leftAlone?: Survivor[] | undefined;
}

export interface RemoveInstancesInput extends FleetOwnership {
  region: string;
  instances: (FoundInstance & {
    /** Its create operation ended: a state `pending` will not change any more, so nothing is waited for. */
    operationEnded: boolean;
  })[];
  deadline: string;
  /** A call that is refused for its credentials is repeated until the deadline. Absent: what it was for is left. */
  outlastRefusals?: boolean | undefined;
}
export interface RemoveInstancesResult {
  removed: string[];
  /** Instances that have disks which are not recorded yet: find them again before they are deleted. */
  unrecorded: string[];
  survivors: Survivor[];
}

export interface RemoveDisksInput extends FleetOwnership {
  region: string;
  disks: FoundDisk[];
  deadline: string;
  outlastRefusals?: boolean | undefined;
}
export interface RemoveDisksResult {
  removed: string[];
  survivors: Survivor[];
}

export interface FleetActivities extends OwnedActivities, RotationActivities {
  planFleet: (input: PlanFleetActivityInput) => Promise<FleetPlan>;
  createInstances: (input: CreateInstancesInput) => Promise<CreateInstancesResult>;
  awaitOperations: (input: AwaitOperationsInput) => Promise<AwaitOperationsResult>;
  awaitReady: (input: AwaitReadyInput) => Promise<AwaitReadyResult>;
  findInstances: (input: FindInstancesInput) => Promise<FindInstancesResult>;
  removeInstances: (input: RemoveInstancesInput) => Promise<RemoveInstancesResult>;
  removeDisks: (input: RemoveDisksInput) => Promise<RemoveDisksResult>;
}
