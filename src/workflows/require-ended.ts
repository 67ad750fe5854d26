import { ApplicationFailure, workflowInfo } from '@temporalio/workflow';
import type { FleetFailureDetails } from '../contract/failures';
import type { DeleteScope, FindOwnedResult, ReadRunsResult } from '../contract/owned-activities';
import type { Ownership } from '../contract/tags';
import { planActivities } from './activity-options';

/** Owners whose runs are asked for: of one fleet id there are as many as there were runs that left something. */
const MAX_OWNERS = 500;

/** Whose the resources are, each once. */
export function ownersIn(found: FindOwnedResult[]): Ownership[] {
  const owners = new Map<string, Ownership>();
  for (const { ownerId, fleetId } of found.flatMap(({ instances, disks }) => [...instances, ...disks]))
    owners.set(JSON.stringify([ownerId, fleetId]), { ownerId, fleetId });
  return [...owners.values()].slice(0, MAX_OWNERS);
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
  const others =
    earlier === undefined
      ? ''
      : `. What an earlier run left: lightsail-fleet delete ${earlier.fleetId} --owner ${earlier.ownerId}`;
  const message = `fleet ${running.fleetId} is still running: lightsail-fleet cancel ${running.fleetId} undoes it${others}`;
  const details: FleetFailureDetails = { fleetId: running.fleetId, problems: [{ path: '', message }] };
  throw ApplicationFailure.create({
    type: 'InvalidRequest',
    message,
    nonRetryable: true,
    details: [details],
  });
}
