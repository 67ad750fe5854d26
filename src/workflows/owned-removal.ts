import type { OwnedResource } from '../contract/delete-fleet-result';
import type { FindOwnedInput, FindOwnedResult, OwnedDisk, OwnedInstance } from '../contract/owned-activities';
import type { Survivor } from '../contract/failures';
import type { RunState } from '../contract/run-state';
import type { Ownership } from '../contract/tags';
import type { OwnedRun } from './owned-run';

export interface RecordedOwnedDisk extends OwnedDisk {
  /** The instance of ours that it is attached to. */
  instanceName?: string | undefined;
  /** It carries our tags itself. */
  isTagged?: boolean | undefined;
}

/** As long as a rollback has by default. */
export const REMOVAL_MINUTES = 60;

export interface RemoveOwnedInput {
  run: OwnedRun;
  region: string;
  /** Whose: only these owners, whose runs were asked for. */
  selector: Pick<FindOwnedInput, 'fleetId' | 'ownerIds'>;
  /** What a look has found already. */
  first?: FindOwnedResult | undefined;
  /** False: disks stay, detached. */
  disks: boolean;
  /** A run ended then that may have sent a create which still lands. */
  unknownSince?: string | undefined;
  /** What a run in one of these states has is left alone: it has come back since it was asked for. */
  spare: readonly RunState[];
  /** What was made later is left. */
  madeBefore?: string | undefined;
}

/** What the steps of one removal share. */
export interface OwnedRemoval extends RemoveOwnedInput {
  deadline: string;
  recorded: Map<string, RecordedOwnedDisk>;
  survivors: Map<string, Survivor>;
  /** Instances that are gone. */
  readonly gone: Set<string>;
  /** A look has failed: what is not known to be gone may be there. */
  isBlind: boolean;
}

/** Apart from others that a sweep removes at the same time. */
export function labelOf({ ownerIds = [], fleetId }: RemoveOwnedInput['selector']): string {
  return `${fleetId ?? ''}${ownerIds.length === 1 ? `@${ownerIds[0] ?? ''}` : ''}/`;
}

export interface ToResourceInput {
  one: Pick<OwnedInstance, 'name' | 'ownerId' | 'fleetId' | 'createdAt'>;
  region: string;
  resourceType: OwnedResource['resourceType'];
}

export function toResource({ one, region, resourceType }: ToResourceInput): OwnedResource {
  const { name, ownerId, fleetId, createdAt } = one;
  return { resourceType, name, region, ownerId, fleetId, createdAt };
}

/** What each owner has, by fleet id too: whoever changed that tag has taken a resource over. */
export function byOwner<Owned extends Ownership>(all: readonly Owned[]): Owned[][] {
  const groups = new Map<string, Owned[]>();
  for (const one of all) {
    const key = JSON.stringify([one.ownerId, one.fleetId]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
