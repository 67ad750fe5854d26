import type { Instance } from '@aws-sdk/client-lightsail';
import type { Generation } from '../contract/rotation';
import { groupOf, ownershipOf } from '../contract/tags';
import { isLeaving } from './await-gone';
import type { KnownRun, RunStates } from './run-states';
import type { TemporalNamespace } from './temporal-namespace';

/** Owners whose runs are asked for; a group of more is no rotation any more. */
const MAX_GENERATIONS = 500;

export interface ReadGenerationsInput {
  /** Every instance of the Region. */
  instances: readonly Instance[];
  group: string;
  runStates: RunStates;
  temporalNamespace: TemporalNamespace;
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
}: ReadGenerationsInput): Promise<Generation[]> {
  const owners = new Map<string, Instance[]>();
  for (const instance of instances) {
    // About to be no more, it counts for no fleet.
    if (isLeaving(instance)) continue;
    const ownerId = ownershipOf(instance.tags)?.ownerId;
    if (ownerId !== undefined) owners.set(ownerId, [...(owners.get(ownerId) ?? []), instance]);
  }
  const generations: Generation[] = [];
  for (const [ownerId, owned] of owners) {
    if (!owned.some(({ tags }) => groupOf(tags).group === group)) continue;
    if (generations.length >= MAX_GENERATIONS) break;
    const fleetId = ownershipOf(owned.find(({ tags }) => groupOf(tags).group === group)?.tags)?.fleetId ?? '';
    const run = await runStates.ofOwner({ ownerId, fleetId });
    generations.push(toGeneration({ ownerId, fleetId, owned, group, run, temporalNamespace }));
  }
  return generations;
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
  const [source] = new Set(owned.map(({ tags }) => groupOf(tags).source));
  const created = owned.map(({ createdAt }) => createdAt?.toISOString());
  const known = created.filter((one) => one !== undefined).sort();
  const doubt = findDoubt(input) ?? findForeign({ ...input, youngest: known.at(-1) });
  return {
    ...{ ownerId, fleetId, state: run.state },
    instances: owned.length,
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
