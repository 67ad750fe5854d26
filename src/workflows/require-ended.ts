import { ApplicationFailure, workflowInfo } from '@temporalio/workflow';
import type { FleetFailureDetails } from '../contract/failures';
import { fleetCommand } from '../contract/fleet-command';
import type { DeleteScope, FindOwnedResult, ReadRunsResult } from '../contract/owned-activities';
import type { Ownership } from '../contract/tags';
import { planActivities } from './activity-options';

/** Owners whose runs are asked for: of one fleet id there are as many as there were runs that left something. */
const MAX_OWNERS = 500;

/** Whose the resources are, each once; and whom the request names, of whom something may still land. */
export function ownersIn(found: FindOwnedResult[], { fleetId, ownerId }: DeleteScope): Ownership[] {
  const owners = new Map<string, Ownership>();
  if (fleetId !== undefined && ownerId !== undefined)
    owners.set(JSON.stringify([ownerId, fleetId]), { ownerId, fleetId });
  for (const { ownerId, fleetId } of found.flatMap(({ instances, disks }) => [...instances, ...disks]))
    owners.set(JSON.stringify([ownerId, fleetId]), { ownerId, fleetId });
  if (owners.size <= MAX_OWNERS) return [...owners.values()];
  throw ApplicationFailure.create({
    type: 'InvalidRequest',
    message: `${String(owners.size)} runs left something under this id, and one delete takes ${String(MAX_OWNERS)}: name one of them by --owner (lightsail-fleet sweep lists them), or a Region by --region. Nothing was deleted`,
    nonRetryable: true,
  });
}

export interface RequireEndedInput {
  scope: DeleteScope;
  owners: Ownership[];
}

/** What became of the owners' runs. One that goes on undoes its own: `InvalidRequest` says how. */
export async function requireEnded({ scope, owners }: RequireEndedInput): Promise<ReadRunsResult> {
  const { readRuns } = planActivities({ activityId: 'runs', summary: 'ask what became of the runs' });
  // Somebody who names the owner means that run, and not the one which may have its id now.
  const fleetId = scope.ownerId === undefined ? scope.fleetId : undefined;
  const asked = await readRuns({ owners, fleetId, workflowId: workflowInfo().workflowId });
  const running = [...asked.runs, ...(asked.latest === undefined ? [] : [asked.latest])].find(
    ({ state }) => state === 'running',
  );
  if (running === undefined) return asked;
  const earlier = owners.find(({ ownerId }) => ownerId !== running.ownerId);
  const others = earlier === undefined ? '' : `. What an earlier run left: ${deleteCommand(earlier)}`;
  const cancel = fleetCommand({ verb: 'cancel', fleetId: running.fleetId });
  const message = `fleet ${running.fleetId} is still running: ${cancel} undoes it${others}`;
  const details: FleetFailureDetails = { fleetId: running.fleetId, problems: [{ path: '', message }] };
  throw ApplicationFailure.create({
    type: 'InvalidRequest',
    message,
    nonRetryable: true,
    details: [details],
  });
}

function deleteCommand({ fleetId, ownerId }: Ownership): string {
  return fleetCommand({ verb: 'delete', fleetId, options: [['--owner', ownerId]] });
}
