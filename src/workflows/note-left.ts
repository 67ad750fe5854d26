import type { LeftAlone } from '../contract/delete-fleet-result';
import { fleetCommand } from '../contract/fleet-command';
import type { Rotation } from '../contract/rotation-result';
import type { Ownership } from '../contract/tags';
import type { FleetRun } from './fleet-run';

/** Rows of a list of a rotation. */
const MAX_ROWS = 100;

/** Of the text of one row: IAM's refusals are long, and much alike. */
export const MAX_CAUSE = 300;

export interface NoteLeftInput {
  run: FleetRun;
  rotation: Rotation;
  generation: Ownership;
  cause: string;
  /** Why it was not tried. */
  untried?: { later: true } | { cancelled: true };
}

/** An older fleet that was to go and is still there: what finishes it. */
export function noteLeft({ run, rotation, generation, cause, untried }: NoteLeftInput): void {
  rotation.leftCount += 1;
  if (rotation.left.length >= MAX_ROWS) return;
  const { fleetId, ownerId } = generation;
  const options = [['--owner', ownerId] as const, ['--region', run.requirePlan.region] as const];
  rotation.left.push({
    ...{ fleetId, ownerId, cause: cause.slice(0, MAX_CAUSE) },
    command: fleetCommand({ verb: 'delete', fleetId, options }),
    ...untried,
  });
}

export interface NoteDisksInput {
  rotation: Rotation;
  generation: Ownership;
  leftAlone: LeftAlone[];
}

/** No later rotation finds a disk whose instance is gone, so this one names it. */
export function noteDisks({ rotation, generation: { fleetId, ownerId }, leftAlone }: NoteDisksInput): void {
  rotation.disksLeftCount += leftAlone.length;
  for (const { name, cause } of leftAlone) {
    if (rotation.disksLeft.length >= MAX_ROWS) return;
    rotation.disksLeft.push({ fleetId, ownerId, name, cause: cause.slice(0, MAX_CAUSE) });
  }
}
