import { executeChild, ParentClosePolicy } from '@temporalio/workflow';
import type { DeleteFleetInput } from '../contract/delete-fleet-input';
import type { DeleteFleetResult, LeftAlone } from '../contract/delete-fleet-result';
import { fleetCommand } from '../contract/fleet-command';
import { WORKFLOW_TYPES } from '../contract/names';
import type { Generation } from '../contract/rotation';
import type { Rotation } from '../contract/rotation-result';
import { messageOfRoot } from './fleet-failure';
import type { FleetRun } from './fleet-run';

/** Older fleets that one rotation deletes; each is a child run. The next rotation goes on. */
const MAX_REMOVED = 50;

/** Rows of a list of the result. */
const MAX_ROWS = 100;

const MAX_CAUSE = 300;

/** The worker of another account sees nothing, and deletes nothing (docs/decisions/0033). */
const NOT_SEEN =
  'its deletion found nothing, though it was seen a moment before: perhaps a worker of another account';

export interface RemoveGenerationsInput {
  run: FleetRun;
  rotation: Rotation;
  due: Generation[];
}

/** One after another, oldest first: nobody waits for it, and running fleets share the rate limit. */
export async function removeGenerations({ run, rotation, due }: RemoveGenerationsInput): Promise<void> {
  for (const [position, generation] of due.entries()) {
    const id = toId(generation);
    if (position >= MAX_REMOVED) {
      const cause = `one rotation deletes ${String(MAX_REMOVED)}: the next one goes on`;
      if (rotation.left.length < MAX_ROWS)
        rotation.left.push({ ...id, cause, command: commandOf(run, generation) });
      continue;
    }
    try {
      const { removedCount, leftAlone } = await remove({ run, generation });
      noteDisks({ rotation, generation, leftAlone });
      if (removedCount > 0) rotation.removed.push({ ...id, resources: removedCount });
      else rotation.left.push({ ...id, cause: NOT_SEEN, command: commandOf(run, generation) });
    } catch (error) {
      const cause = messageOfRoot(error).slice(0, MAX_CAUSE);
      rotation.left.push({ ...id, cause, command: commandOf(run, generation) });
    }
    run.show();
  }
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

/** By the workflow that deletes any fleet by its tags: it looks again, and refuses what runs. */
async function remove({ run, generation }: { run: FleetRun; generation: Generation }) {
  const { fleetId, ownerId } = generation;
  const remover = executeChild<(input: DeleteFleetInput) => Promise<DeleteFleetResult>>(
    WORKFLOW_TYPES.deleteFleet,
    {
      // Of all rotations that may meet the same fleet, this one's; and after what it deletes.
      workflowId: `rotate/${plain(fleetId)}/${run.identity.ownerId}`,
      args: [{ fleetId, ownerId, regions: [run.requirePlan.region] }],
      // A parent that somebody terminates leaves the deletion to its end: half a fleet is worth nothing.
      parentClosePolicy: ParentClosePolicy.ABANDON,
      staticSummary: `delete the older fleet ${plain(fleetId)}, as ${plain(run.identity.fleetId)} is ready`,
    },
  );
  return remover;
}

function commandOf(run: FleetRun, { fleetId, ownerId }: Generation): string {
  const { region } = run.requirePlan;
  const options = [['--owner', ownerId] as const, ['--region', region] as const];
  return fleetCommand({ verb: 'delete', fleetId, options });
}

/** What a person and a command know it by. */
export function toId({ fleetId, ownerId }: Generation) {
  return { fleetId, ownerId };
}

/** A fleet id comes from a tag here, and the UI's summary shows Markdown. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9._:/=+@-]/g, '?');
}
