import type { FleetOwnership } from './fleet-account';
import type { RunState } from './run-state';
import type { Ownership } from './tags';

/** Vocabulary of rotation: which older fleets of a group go. No library, so that workflow code may decide by it. */

export interface FindGenerationsInput extends FleetOwnership {
  region: string;
  group: string;
  /** Instances of the new fleet that are ready: it is looked at until they are seen. */
  expected: number;
  /** Owners whose fleets were deleted: it is looked until none of them is seen. */
  gone?: string[] | undefined;
}
export interface FindGenerationsResult {
  /** Of this group, the new fleet included. */
  generations: Generation[];
}

export interface PauseScheduleInput {
  scheduleId: string;
  note: string;
}
export interface PauseScheduleResult {
  /** False: it is not to pause on failure, is paused already, or is not there any more. */
  paused: boolean;
}

export interface RotationActivities {
  findGenerations: (input: FindGenerationsInput) => Promise<FindGenerationsResult>;
  pauseSchedule: (input: PauseScheduleInput) => Promise<PauseScheduleResult>;
}

/** What one owner has in a Region that carries the tag of a group. */
export interface Generation extends Ownership {
  /** Without those that are being deleted; one at least. */
  instances: number;
  /** When its first instance was created, ISO 8601; absent where Lightsail does not tell. */
  createdAt?: string | undefined;
  /** The tag; absent where its instances do not agree, or have none. */
  source?: string | undefined;
  /** What became of its run. */
  state: RunState;
  /** Why its tags prove nothing: they contradict each other or what Temporal knows, or the run is known elsewhere. */
  doubt?: string | undefined;
}

export interface JudgeRotationInput {
  /** Of the new fleet. */
  ownerId: string;
  expected: number;
  keepLast: number;
  source: string;
  shareGroup: boolean;
  generations: readonly Generation[];
}

export interface JudgeRotationResult {
  /** To be deleted, oldest first. */
  due: Generation[];
  /** Older ones that stay, newest first. */
  kept: Generation[];
  alone: { generation: Generation; cause: string }[];
  /** Why nothing may be deleted. */
  problem?: string | undefined;
}

/**
 * Which older fleets go now that a new one is ready. The new one itself must be seen to stand. Only what is proven to be
 * of the group, and of the source, is counted at all. A fleet whose run Temporal knows to be ready goes only when
 * `keepLast` that are known to be ready stay; of one that is forgotten nobody can tell, so such ones count for each other.
 */
export function judgeRotation(input: JudgeRotationInput): JudgeRotationResult {
  const { ownerId, expected, keepLast, generations } = input;
  const own = generations.find((one) => one.ownerId === ownerId);
  if (own?.createdAt === undefined || own.doubt !== undefined || own.instances < expected) {
    const seen = `${String(own?.instances ?? 0)} of ${String(expected)} instances`;
    return { due: [], kept: [], alone: [], problem: own?.doubt ?? `${seen} of the new fleet are seen` };
  }
  const alone: JudgeRotationResult['alone'] = [];
  const counted: Generation[] = [];
  for (const generation of generations) {
    if (generation.ownerId === ownerId) continue;
    const cause = reasonToLeave({ generation, input, newSince: own.createdAt });
    if (cause === undefined) counted.push(generation);
    else alone.push({ generation, cause });
  }
  counted.sort((a, b) => (ageKey(a) < ageKey(b) ? 1 : -1));
  const due: Generation[] = [];
  const kept: Generation[] = [];
  let known = 1;
  for (const generation of counted) {
    const isKnown = generation.state === 'completed';
    const stay = isKnown ? known : kept.length + 1;
    if (stay >= keepLast) due.unshift(generation);
    else {
      kept.push(generation);
      if (isKnown) known += 1;
    }
  }
  return { due, kept, alone };
}

/** Two that were created in one second need an order, too, the same in the plan and in the run. */
function ageKey({ createdAt = '', ownerId }: Generation): string {
  return `${createdAt} ${ownerId}`;
}

interface ReasonInput {
  generation: Generation;
  input: JudgeRotationInput;
  newSince: string;
}

function reasonToLeave({ generation, input, newSince }: ReasonInput): string | undefined {
  const { state, createdAt, source, doubt } = generation;
  if (doubt !== undefined) return doubt;
  if (state === 'running') return 'its run goes on';
  if (state !== 'completed' && state !== 'not-found')
    return `it is no ready fleet: its run is ${state}. lightsail-fleet sweep tells what is left of it`;
  if (createdAt === undefined) return 'Lightsail does not tell how old it is';
  if (createdAt >= newSince) return 'it is newer';
  if (input.shareGroup || source === input.source) return undefined;
  const other =
    source === undefined ? 'what it was cloned from is not known' : `it was cloned from ${source}`;
  return `${other}, not from ${input.source} (fleet.shareGroup takes both together)`;
}
