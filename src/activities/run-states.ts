import type { RunState } from '../contract/run-state';
import type { Ownership } from '../contract/tags';

export interface KnownRun {
  /** Its workflow id, where that is another one than the tag says. */
  fleetId?: string;
  /** Run id of its first execution. */
  ownerId: string;
  state: RunState;
  /** What its fleet is a generation of. */
  group?: string | undefined;
  /** ISO 8601. */
  closedAt?: string | undefined;
}

/** Narrow port: what Temporal knows of the runs that made something. */
export interface RunStates {
  /** The run of this owner, whatever retries and resets made of it. */
  ofOwner(owner: Ownership): Promise<KnownRun>;
  /** The last run of this id; undefined where there is none, or where it is no fleet. */
  latest(fleetId: string): Promise<KnownRun | undefined>;
}
