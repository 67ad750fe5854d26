import type { LeftAlone } from '../contract/delete-fleet-result';
import { fleetCommand } from '../contract/fleet-command';
import type { Generation } from '../contract/rotation';
import type { Rotation } from '../contract/rotation-result';
import type { Ownership } from '../contract/tags';
import { deleteGeneration } from './delete-generation';
import type { FleetRun } from './fleet-run';
import { reasonLeft } from './left-behind-failure';

/** Older fleets that one rotation deletes; each is a child run. The next rotation goes on. */
const MAX_REMOVED = 50;

/** Rows of a list of the result. */
export const MAX_ROWS = 100;

const MAX_CAUSE = 300;

/** The worker of another account sees nothing, and deletes nothing (docs/decisions/0033). */
export const NOT_SEEN =
  'its deletion found nothing, though it was seen a moment before: perhaps a worker of another account';

export interface RemoveGenerationsInput {
  run: FleetRun;
  rotation: Rotation;
  /** Oldest first. */
  due: Generation[];
  /** No deletion begins later, milliseconds of the epoch. */
  until: number;
}

/** One after another, oldest first: nobody waits for it, and running fleets share the rate limit. */
export async function removeGenerations({
  run,
  rotation,
  due,
  until,
}: RemoveGenerationsInput): Promise<void> {
  for (const [position, generation] of due.entries()) {
    const later = reasonForLater({ position, until });
    if (later !== undefined) {
      noteLeft({ run, rotation, generation, cause: later, later: true });
      continue;
    }
    try {
      const { removedCount, leftAlone } = await deleteGeneration({ run, generation });
      noteDisks({ rotation, generation, leftAlone });
      if (removedCount > 0) rotation.removed.push({ ...toId(generation), resources: removedCount });
      else noteLeft({ run, rotation, generation, cause: NOT_SEEN });
    } catch (error) {
      noteLeft({ run, rotation, generation, cause: reasonLeft(error) });
    }
    run.show();
  }
}

function reasonForLater({ position, until }: { position: number; until: number }): string | undefined {
  if (position >= MAX_REMOVED) return `one rotation deletes ${String(MAX_REMOVED)}, the next one goes on`;
  return Date.now() >= until ? 'no time left, the next one goes on' : undefined;
}

interface NoteLeftInput extends Pick<RemoveGenerationsInput, 'run' | 'rotation'> {
  generation: Generation;
  cause: string;
  later?: true;
}

function noteLeft({ run, rotation, generation, cause, later }: NoteLeftInput): void {
  if (rotation.left.length >= MAX_ROWS) return;
  rotation.left.push({
    ...toId(generation),
    cause: cause.slice(0, MAX_CAUSE),
    command: commandOf(run, generation),
    ...(later === undefined ? {} : { later }),
  });
}

interface NoteDisksInput extends Pick<RemoveGenerationsInput, 'rotation'> {
  generation: Generation;
  leftAlone: LeftAlone[];
}

/** No later rotation finds a disk whose instance is gone, so this one names it. */
function noteDisks({ rotation, generation, leftAlone }: NoteDisksInput): void {
  rotation.disksLeftCount += leftAlone.length;
  for (const { name, cause } of leftAlone) {
    if (rotation.disksLeft.length >= MAX_ROWS) return;
    rotation.disksLeft.push({ ...toId(generation), name, cause: cause.slice(0, MAX_CAUSE) });
  }
}

export function commandOf(run: FleetRun, { fleetId, ownerId }: Ownership): string {
  const { region } = run.requirePlan;
  const options = [['--owner', ownerId] as const, ['--region', region] as const];
  return fleetCommand({ verb: 'delete', fleetId, options });
}

/** What a person and a command know it by. */
export function toId({ fleetId, ownerId }: Generation) {
  return { fleetId, ownerId };
}
