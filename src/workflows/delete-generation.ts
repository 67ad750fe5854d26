import { executeChild, ParentClosePolicy } from '@temporalio/workflow';
import type { DeleteFleetInput } from '../contract/delete-fleet-input';
import type { DeleteFleetResult } from '../contract/delete-fleet-result';
import { WORKFLOW_TYPES } from '../contract/names';
import type { Ownership } from '../contract/tags';
import type { FleetRun } from './fleet-run';

/** From the look that it was decided by. A worker that comes back after an outage deletes nothing by so old a look. */
const BEGIN_WITHIN_MINUTES = 30;

export interface DeleteGenerationInput {
  run: FleetRun;
  generation: Ownership;
}

/** By the workflow that deletes any fleet by its tags: it looks again, and refuses what runs. */
export async function deleteGeneration({
  run,
  generation,
}: DeleteGenerationInput): Promise<DeleteFleetResult> {
  const { fleetId, ownerId } = generation;
  const beginBefore = new Date(Date.now() + BEGIN_WITHIN_MINUTES * 60_000).toISOString();
  return executeChild<(input: DeleteFleetInput) => Promise<DeleteFleetResult>>(WORKFLOW_TYPES.deleteFleet, {
    // Of all rotations that may meet the same fleet, this one's; and after what it deletes.
    workflowId: `rotate/${plain(fleetId)}/${run.identity.ownerId}`,
    args: [{ fleetId, ownerId, regions: [run.requirePlan.region], beginBefore }],
    // A parent that somebody terminates leaves the deletion to its end: half a fleet is worth nothing.
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: `delete the older fleet ${plain(fleetId)}, as ${plain(run.identity.fleetId)} is ready`,
    staticDetails: `It carries the owner tag \`${plain(ownerId)}\`, and is older than fleet.keepLast of the new one's request keeps.`,
  });
}

/** A fleet id comes from a tag here, and the UI's summary shows Markdown. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9._:/=+@-]/g, '?');
}
