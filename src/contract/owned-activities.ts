import type { DeleteFleetInput } from './delete-fleet-input';
import type { FoundDisk, FoundInstance } from './found-instance';
import type { RunState } from './run-state';
import type { SweepFleetsInput } from './sweep-fleets-input';
import type { FleetGroup } from './sweep-fleets-result';
import type { Ownership } from './tags';

/** What `deleteFleet` and `sweepFleets` say to their activities; recorded in history, as in activities.ts. */

export interface CheckRequestInput {
  /** The workflow's input as it came. */
  request: unknown;
  workflowId: string;
}

export interface LookScope {
  regions: string[];
  /** The request named the Regions: one that cannot be read is a failure, whatever the reason. */
  regionsNamed: boolean;
}
export type DeleteScope = Omit<DeleteFleetInput, 'regions'> & LookScope;
export type SweepScope = LookScope & {
  delete: boolean;
  includeExpired: boolean;
  minimumAgeHours: NonNullable<SweepFleetsInput['minimumAgeHours']>;
};

export interface FindOwnedInput {
  region: string;
  workflowId: string;
  fleetId?: string | undefined;
  ownerId?: string | undefined;
  /** Only these owners: those whose runs were asked for. */
  ownerIds?: string[] | undefined;
  /** When a run ended whose last create may still land: what is not there is looked for until it no longer can. */
  unknownSince?: string | undefined;
}
export interface FindOwnedResult {
  instances: OwnedInstance[];
  /** Disks that carry our tags themselves, attached or not. */
  disks: OwnedDisk[];
  /** The list is cut to what a payload holds: look again when these are removed. */
  more: boolean;
}
export interface OwnedInstance extends FoundInstance, Ownership {
  createdAt?: string | undefined;
}
export interface OwnedDisk extends FoundDisk, Ownership {
  createdAt?: string | undefined;
  attachedTo?: string | undefined;
}

export interface ReadRunsInput {
  workflowId: string;
  owners: Ownership[];
  /** Also what the last run of this id is doing. */
  fleetId?: string | undefined;
}
export interface ReadRunsResult {
  runs: OwnerRun[];
  latest?: OwnerRun | undefined;
}
export interface OwnerRun extends Ownership {
  state: RunState;
  closedAt?: string | undefined;
}

export interface SurveyRegionInput {
  region: string;
  workflowId: string;
}
export interface SurveyRegionResult {
  groups: FleetGroup[];
  more: boolean;
}

export interface ReleaseDisksInput extends Ownership {
  region: string;
  /** Disks that are to stay: they lose the tags that would have a sweep take them for left over. */
  disks: { name: string; arn?: string | undefined }[];
}
export interface ReleaseDisksResult {
  /** Those that still carry them, and why. */
  tagged: { name: string; cause: string }[];
}

export interface OwnedActivities {
  checkDelete: (input: CheckRequestInput) => Promise<DeleteScope>;
  checkSweep: (input: CheckRequestInput) => Promise<SweepScope>;
  findOwned: (input: FindOwnedInput) => Promise<FindOwnedResult>;
  readRuns: (input: ReadRunsInput) => Promise<ReadRunsResult>;
  releaseDisks: (input: ReleaseDisksInput) => Promise<ReleaseDisksResult>;
  surveyRegion: (input: SurveyRegionInput) => Promise<SurveyRegionResult>;
}
