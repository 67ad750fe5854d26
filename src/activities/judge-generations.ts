import type { Generation } from './read-generations';

export interface JudgeGenerationsInput {
  /** Of the new fleet. */
  ownerId: string;
  /** Its instances that must be seen to run. */
  expected: number;
  keepLast: number;
  source: string;
  shareGroup: boolean;
  generations: readonly Generation[];
}

export interface JudgeGenerationsResult {
  /** To be deleted, oldest first. */
  due: Generation[];
  /** Older ones that stay, newest first. */
  kept: Generation[];
  alone: { generation: Generation; cause: string }[];
  /** Why nothing may be deleted. */
  problem?: string | undefined;
}

/**
 * Which older fleets go now that a new one is ready. The new one itself must be seen to run. Only what is proven to be of
 * the group, and of the source, is counted at all. A fleet whose run Temporal knows to be ready goes only when `keepLast`
 * that are known to be ready stay; of one that is forgotten nobody can tell, so such ones count for each other. One that
 * has fewer instances than it must have counts for none, and goes when it would have to go if it were whole.
 */
export function judgeGenerations(input: JudgeGenerationsInput): JudgeGenerationsResult {
  const { ownerId, generations, keepLast } = input;
  const own = generations.find((one) => one.ownerId === ownerId);
  const problem = findProblem(own, input);
  if (problem !== undefined) return { due: [], kept: [], alone: [], problem };
  const alone: JudgeGenerationsResult['alone'] = [];
  const counted: Generation[] = [];
  for (const generation of generations) {
    if (generation.ownerId === ownerId) continue;
    const cause = reasonToLeave({ generation, input, newSince: own?.createdAt ?? '' });
    if (cause === undefined) counted.push(generation);
    else alone.push({ generation, cause });
  }
  counted.sort((a, b) => (ageKey(a) < ageKey(b) ? 1 : -1));
  const due: Generation[] = [];
  const kept: Generation[] = [];
  let known = 1;
  for (const generation of counted) {
    const isKnown = generation.state === 'completed';
    const isWhole = generation.instances >= (generation.minReady ?? 0);
    const stay = isKnown ? known : kept.length + 1;
    if (stay >= keepLast) due.unshift(generation);
    else if (!isWhole) alone.push({ generation, cause: describeWreck(generation) });
    else {
      kept.push(generation);
      if (isKnown) known += 1;
    }
  }
  return { due, kept, alone };
}

/** Instances that must be seen for the new fleet to take the place of an older one. */
function findProblem(own: Generation | undefined, { expected }: JudgeGenerationsInput): string | undefined {
  if (own?.doubt !== undefined) return own.doubt;
  const { instances, running } = own ?? { instances: 0, running: 0 };
  if (instances < expected)
    return `${String(instances)} of ${String(expected)} instances of the new fleet are seen`;
  if (running < expected)
    return `${String(running)} of ${String(expected)} instances of the new fleet are running`;
  if (own?.createdAt === undefined) return 'Lightsail does not tell when the new fleet was created';
  return undefined;
}

/** Two that were created in one second need an order, too, the same in the plan and in the run. */
function ageKey({ createdAt = '', ownerId }: Generation): string {
  return `${createdAt} ${ownerId}`;
}

function describeWreck({ instances, minReady }: Generation): string {
  return `it is not whole and counts for none: ${String(instances)} instances are there, and ${String(minReady)} must be`;
}

interface ReasonInput {
  generation: Generation;
  input: JudgeGenerationsInput;
  newSince: string;
}

function reasonToLeave({ generation, input, newSince }: ReasonInput): string | undefined {
  const { state, createdAt, source, doubt, minReady } = generation;
  if (doubt !== undefined) return doubt;
  if (state === 'running') return 'its run goes on';
  if (state !== 'completed' && state !== 'not-found')
    return `it is no ready fleet: its run is ${state}. lightsail-fleet sweep tells what is left of it`;
  if (createdAt === undefined) return 'Lightsail does not tell how old it is';
  if (createdAt >= newSince) return 'it is newer';
  if (minReady === undefined) return 'no tag tells how many instances it must have: somebody took it off';
  if (input.shareGroup || source === input.source) return undefined;
  const other =
    source === undefined ? 'what it was cloned from is not known' : `it was cloned from ${source}`;
  return `${other}, not from ${input.source} (fleet.shareGroup takes both together)`;
}
