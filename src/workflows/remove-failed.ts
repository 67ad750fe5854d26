import { ApplicationFailure } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetRun } from './fleet-run';
import { removeMade } from './roll-back';

export interface RemoveFailedInput {
  run: FleetRun;
  request: CloneFleetInput;
  names: readonly string[];
  /** Part of the activity ids. */
  label: string;
}

/**
 * Removes instances that failed, and verifies that they are gone, before they are made again or the fleet stands
 * without them. A fleet beside remains that nobody can remove would be more than was asked for, so it does not stand.
 */
export async function removeFailed({ run, request, names, label }: RemoveFailedInput): Promise<void> {
  // Refused calls are not repeated here: the fleet fails by them, and the rollback of the whole has the patience.
  const removal = { names, label: `failed/${label}/`, outlastRefusals: false };
  const survivors = await removeMade({ run, request, ...removal });
  const [first] = survivors;
  if (first === undefined) return;
  const still = survivors.map(({ name }) => name).join(', ');
  const message = `${still}: failed, and could not be removed: ${first.cause}`;
  const problems = survivors.map(({ name, cause }) => ({ name, message: cause }));
  throw ApplicationFailure.create({
    type: 'OperationFailed',
    message,
    nonRetryable: true,
    details: [{ fleetId: run.identity.fleetId, region: run.requirePlan.region, instances: problems }],
  });
}
