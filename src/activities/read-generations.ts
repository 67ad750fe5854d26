import type { Instance } from '@aws-sdk/client-lightsail';
import type { RunState } from '../contract/run-state';
import { groupOf, ownershipOf, type Ownership } from '../contract/tags';
import { isLeaving } from './await-gone';
import type { KnownRun, RunStates } from './run-states';
import type { TemporalNamespace } from './temporal-namespace';

/** Owners whose runs are asked for; a group of more is no rotation any more. */
export const MAX_GENERATIONS = 500;

/** What one owner has in a Region that carries the tag of a group. */
export interface Generation extends Ownership {
  /** Without those that are being deleted; one at least. */
  instances: number;
  /** Of these, those whose state is `running`. */
  running: number;
  /** The tag: how many it must have to be whole; absent where its instances have none. */
  minReady?: number | undefined;
  /** When its first instance was created, ISO 8601; absent where Lightsail does not tell. */
  createdAt?: string | undefined;
  /** The tag; absent where its instances do not agree, or have none. */
  source?: string | undefined;
  /** What became of its run. */
  state: RunState;
  /** Why its tags prove nothing: they contradict each other or what Temporal knows, or the run is known elsewhere. */
  doubt?: string | undefined;
}

export interface ReadGenerationsInput {
  /** Every instance of the Region. */
  instances: readonly Instance[];
  group: string;
  runStates: RunStates;
  temporalNamespace: TemporalNamespace;
  /** Whose fleet is among them in any case. */
  ownerId?: string | undefined;
}

export interface ReadGenerationsResult {
  generations: Generation[];
  /** How many there are: more than were read in a group that is too large. */
  total: number;
}

/**
 * Who has an instance that carries the tag of the group, by owner. All that an owner has must agree on fleet, group and
 * source, and with what Temporal still knows of the run: a tag that somebody changed makes it doubtful, never older.
 */
export async function readGenerations({
  instances,
  group,
  runStates,
  temporalNamespace,
  ownerId: own,
}: ReadGenerationsInput): Promise<ReadGenerationsResult> {
  const owners = new Map<string, Instance[]>();
  for (const instance of instances) {
    // About to be no more, it counts for no fleet.
    if (isLeaving(instance)) continue;
    const ownerId = ownershipOf(instance.tags)?.ownerId;
    if (ownerId !== undefined) owners.set(ownerId, [...(owners.get(ownerId) ?? []), instance]);
  }
  const ofGroup = [...owners].filter(([, owned]) => owned.some(({ tags }) => groupOf(tags).group === group));
  // The own one first, so that it is never beyond the limit.
  ofGroup.sort(([a], [b]) => Number(b === own) - Number(a === own));
  const generations: Generation[] = [];
  for (const [ownerId, owned] of ofGroup.slice(0, MAX_GENERATIONS)) {
    const fleetId = ownershipOf(owned.find(({ tags }) => groupOf(tags).group === group)?.tags)?.fleetId ?? '';
    const run = await runStates.ofOwner({ ownerId, fleetId });
    generations.push(toGeneration({ ownerId, fleetId, owned, group, run, temporalNamespace }));
  }
  return { generations, total: ofGroup.length };
}

interface ToGenerationInput {
  ownerId: string;
  fleetId: string;
  owned: readonly Instance[];
  group: string;
  run: KnownRun;
  temporalNamespace: TemporalNamespace;
}

function toGeneration(input: ToGenerationInput): Generation {
  const { ownerId, fleetId, owned, run } = input;
  const { source, minReady } = groupOf(owned[0]?.tags);
  const created = owned.map(({ createdAt }) => createdAt?.toISOString());
  const known = created.filter((one) => one !== undefined).sort();
  const doubt = findDoubt(input) ?? findForeign({ ...input, youngest: known.at(-1) });
  return {
    ...{ ownerId, fleetId, state: run.state },
    instances: owned.length,
    running: owned.filter(({ state }) => state?.name === 'running').length,
    ...(minReady === undefined ? {} : { minReady }),
    ...(known.length === created.length ? { createdAt: known[0] } : {}),
    ...(source === undefined ? {} : { source }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

function findDoubt({ owned, fleetId, group, run }: ToGenerationInput): string | undefined {
  if (fleetId === '') return 'an instance of it has no tag of its fleet';
  if (owned.some(({ tags }) => ownershipOf(tags)?.fleetId !== fleetId))
    return 'its instances disagree on their fleet: somebody changed a tag';
  if (owned.some(({ tags }) => groupOf(tags).group !== group))
    return 'not all that its owner has is of the group: somebody changed a tag';
  const origins = new Set(owned.map(({ tags }) => JSON.stringify(groupOf(tags))));
  if (origins.size > 1) return 'its instances disagree on what they were made of: somebody changed a tag';
  if (run.fleetId !== undefined && run.fleetId !== fleetId)
    return `its run is that of fleet ${run.fleetId}: somebody changed a tag`;
  if (run.state !== 'not-found' && run.group !== group) {
    const real = run.group === undefined ? 'no group' : `group ${run.group}`;
    return `its run made it for ${real}: somebody changed a tag`;
  }
  return undefined;
}

interface FindForeignInput extends ToGenerationInput {
  /** When the last of its instances was created. */
  youngest: string | undefined;
}

/** A run that is known elsewhere may go on there, whatever is known of it here. */
function findForeign({ owned, run, temporalNamespace, youngest }: FindForeignInput): string | undefined {
  const { name, id, retentionSeconds } = temporalNamespace;
  const made = groupOf(owned[0]?.tags).namespace ?? '(no tag)';
  if (made !== id) return `it is of another namespace of Temporal: ${made}, and this one is ${name}, ${id}`;
  if (run.state !== 'not-found' || youngest === undefined) return undefined;
  if (Date.parse(youngest) + retentionSeconds * 1000 <= Date.now()) return undefined;
  const hours = Number.isFinite(retentionSeconds)
    ? `${String(Math.round(retentionSeconds / 3600))} h`
    : 'time';
  return `Temporal does not know its run, though it is younger than the ${hours} that histories are kept: perhaps somebody deleted it`;
}
