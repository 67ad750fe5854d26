import type { DeletedFleet } from '../contract/deleted-fleet';
import type { FindGenerationsResult } from '../contract/rotation';
import type { Rotation } from '../contract/rotation-result';
import type { Ownership } from '../contract/tags';
import { deleteGeneration } from './delete-generation';
import { messageOfRoot } from './fleet-failure';
import type { FleetRun } from './fleet-run';
import { reasonLeft } from './left-behind-failure';
import { deletedFleets } from './note-deleted';
import { MAX_CAUSE, noteDisks, noteLeft, type NoteLeftInput } from './note-left';

/** Older fleets that one rotation deletes; each is a child run. The next rotation goes on. */
const MAX_REMOVED = 50;

/** A deletion looks by the tags that the rotation found a moment before. */
export const NOT_SEEN =
  'its deletion found nothing of it, though it was seen before and after: somebody changes its tags, or the deletion ran in another account';

const STILL_SEEN = 'its deletion has ended well, and an instance of it is there again or still';

const CANCELLED = 'the run was cancelled before it was deleted';

export type LookAgain = (input: { deletions: number; gone: string[] }) => Promise<FindGenerationsResult>;

export interface RemoveGenerationsInput {
  run: FleetRun;
  rotation: Rotation;
  /** What is due now, as far as the account and Temporal tell. */
  lookAgain: LookAgain;
  /** No deletion begins later, milliseconds of the epoch. */
  until: number;
  isCancelled: () => boolean;
  /** A look after its deletion has shown that it is gone. */
  onGone: (fleets: DeletedFleet[]) => void;
}

/** A deletion that ended well. The next look tells whether it is true. */
interface Ended {
  generation: Ownership;
  resources: number;
  fleets: DeletedFleet[];
}

/**
 * One after another, oldest first: nobody waits for it, and running fleets share the rate limit. Before each it is looked
 * and judged again: what a person has done meanwhile, to the new fleet too, counts for what is still to go.
 */
export async function removeGenerations(input: RemoveGenerationsInput): Promise<void> {
  const { run, rotation } = input;
  const tried = new Set<string>();
  let open: Ownership[] = [];
  for (let ended: Ended | undefined; ;) {
    const seen = await look({ ...input, deletions: tried.size, ended });
    settle({ ...input, ended, seen });
    ended = undefined;
    if (seen.problem !== undefined) {
      // With nothing more to do it proves nothing, and what the deletions said stands.
      if (tried.size === 0 || open.length > 0) rotation.problem = problemText(seen.problem, tried.size);
      return;
    }
    rotation.kept = seen.kept;
    rotation.alone = seen.alone.filter(({ ownerId }) => !tried.has(ownerId));
    rotation.aloneCount = seen.aloneCount - (seen.alone.length - rotation.alone.length);
    open = seen.due.filter(({ ownerId }) => !tried.has(ownerId));
    const openCount = seen.dueCount - (seen.due.length - open.length);
    const [generation, ...others] = open;
    if (generation === undefined) return;
    const stop = reasonToStop({ ...input, deletions: tried.size });
    if (stop !== undefined) {
      for (const one of open) noteLeft({ run, rotation, generation: one, ...stop });
      rotation.leftCount += openCount - open.length;
      return;
    }
    run.show();
    tried.add(generation.ownerId);
    ended = await remove({ run, rotation, generation });
    open = others;
  }
}

interface LookInput extends Pick<RemoveGenerationsInput, 'lookAgain'> {
  deletions: number;
  ended: Ended | undefined;
}

async function look({ lookAgain, deletions, ended }: LookInput): Promise<FindGenerationsResult> {
  try {
    return await lookAgain({ deletions, gone: ended === undefined ? [] : [ended.generation.ownerId] });
  } catch (error) {
    const problem = `nobody could look for older fleets: ${messageOfRoot(error)}`;
    return { due: [], dueCount: 0, kept: [], alone: [], aloneCount: 0, stillSeen: [], problem };
  }
}

function problemText(problem: string, deletions: number): string {
  return `nothing ${deletions === 0 ? '' : 'more '}was deleted: ${problem}`.slice(0, MAX_CAUSE);
}

interface SettleInput extends Pick<RemoveGenerationsInput, 'run' | 'rotation' | 'onGone'> {
  ended: Ended | undefined;
  seen: FindGenerationsResult;
}

/** What is still seen is left, whatever its deletion said, and what somebody else has deleted is not. */
function settle({ run, rotation, onGone, ended, seen }: SettleInput): void {
  if (ended === undefined) return;
  const { generation, resources, fleets } = ended;
  const isSeen = seen.stillSeen.includes(generation.ownerId);
  const isProven = seen.problem === undefined;
  if (resources === 0 && (isSeen || !isProven)) noteLeft({ run, rotation, generation, cause: NOT_SEEN });
  else if (isSeen) noteLeft({ run, rotation, generation, cause: STILL_SEEN });
  else {
    rotation.removed.push({ ...generation, resources });
    if (isProven) onGone(fleets);
  }
}

interface RemoveInput extends Pick<RemoveGenerationsInput, 'run' | 'rotation'> {
  generation: Ownership;
}

async function remove({ run, rotation, generation }: RemoveInput): Promise<Ended | undefined> {
  try {
    const result = await deleteGeneration({ run, generation });
    noteDisks({ rotation, generation, leftAlone: result.leftAlone });
    return { generation, resources: result.removedCount, fleets: deletedFleets(result) };
  } catch (error) {
    noteLeft({ run, rotation, generation, cause: reasonLeft(error) });
    return undefined;
  }
}

interface StopInput extends Pick<RemoveGenerationsInput, 'until' | 'isCancelled'> {
  deletions: number;
}

function reasonToStop({
  until,
  isCancelled,
  deletions,
}: StopInput): Pick<NoteLeftInput, 'cause' | 'untried'> | undefined {
  if (isCancelled()) return { cause: CANCELLED, untried: { cancelled: true } };
  const untried = { later: true } as const;
  if (deletions >= MAX_REMOVED)
    return { cause: `one rotation deletes ${String(MAX_REMOVED)}, the next one goes on`, untried };
  return Date.now() >= until ? { cause: 'no time left, the next one goes on', untried } : undefined;
}
