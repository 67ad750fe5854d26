import type { CreatedInstance, ReadyInstance } from '../contract/activities';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetInstance } from '../contract/clone-fleet-result';
import { allDone } from './all-done';
import { nextAttempts, type Attempt } from './attempt';
import { awaitBatchOperations, awaitBatchReady } from './await-batch';
import { createBatch, type CreatedBatch } from './create-batch';
import { failedByCall, type FailedInstance } from './failed-instance';
import type { FleetRun } from './fleet-run';
import { removeFailed } from './remove-failed';

export interface RunBatchInput {
  run: FleetRun;
  request: CloneFleetInput;
  attempt: Attempt;
  /** Lets so many creates out at once; waiting is not limited by it. */
  inCreateWindow: <Result>(create: () => Promise<Result>) => Promise<Result>;
  /** Told of instances for which nothing more is tried; throws when the fleet cannot stand without them. */
  giveUp: (failed: readonly FailedInstance[]) => void;
}

/**
 * One batch from nothing to ready: register undo, create, await its operations, await readiness. What fails is removed
 * and made again as far as the request allows, while the others go on. Answers with those that are ready.
 */
export async function runBatch(input: RunBatchInput): Promise<FleetInstance[]> {
  const created = await create(input);
  if ('failed' in created) return tryAgain(input, created.failed);
  const { made, failed } = await awaitBatchOperations({ ...input, created });
  const parts = await allDone([() => becomeReady({ input, created, made }), () => tryAgain(input, failed)]);
  return parts.flat();
}

async function create(input: RunBatchInput) {
  const { run, request, attempt, inCreateWindow } = input;
  const { standing, availabilityZone: first } = run.requirePlan;
  const availabilityZone = [first, ...standing.fallbackZones][attempt.zone] ?? first;
  const { batch } = attempt;
  try {
    return await inCreateWindow(() => createBatch({ run, request, batch, availabilityZone }));
  } catch (error) {
    const failed = failedByCall({ run, names: batch.instanceNames, error });
    for (const { problem } of failed)
      run.update([problem.name], { state: 'failed', problem: problem.message });
    return { failed };
  }
}

interface BecomeReadyInput {
  input: RunBatchInput;
  created: CreatedBatch;
  made: CreatedInstance[];
}

async function becomeReady({ input, created, made }: BecomeReadyInput): Promise<FleetInstance[]> {
  const { ready, failed } = await awaitBatchReady({ ...input, created, made });
  const standing = toFleetInstances({ run: input.run, created, ready });
  return [...standing, ...(await tryAgain(input, failed))];
}

async function tryAgain(input: RunBatchInput, failed: FailedInstance[]): Promise<FleetInstance[]> {
  const { run, attempt, giveUp } = input;
  if (failed.length === 0) return [];
  const { again, given } = nextAttempts({ attempt, failed, standing: run.requirePlan.standing });
  if (given.length > 0) giveUp(given);
  const parts = await allDone(
    again.map((next) => async () => {
      const batch = { ...next.batch, id: run.claimId(next.batch.id) };
      await removeFailed({ ...input, names: batch.instanceNames, label: batch.id });
      run.replaced += batch.instanceNames.length;
      return runBatch({ ...input, attempt: { ...next, batch } });
    }),
  );
  return parts.flat();
}

interface ToFleetInstancesInput {
  run: FleetRun;
  created: CreatedBatch;
  ready: ReadyInstance[];
}

function toFleetInstances({ run, created, ready }: ToFleetInstancesInput): FleetInstance[] {
  const operationIds = new Map(created.instances.map(({ name, operationId }) => [name, operationId]));
  return ready.map(({ readyAt, ...instance }) => {
    const secondsToReady = (Date.parse(readyAt) - Date.parse(created.requestedAt)) / 1000;
    const { name, publicIpAddress, ipv6Addresses } = instance;
    const ipv6Address = publicIpAddress === undefined ? ipv6Addresses[0] : undefined;
    run.update([name], { state: 'ready', publicIpAddress, ipv6Address, secondsToReady, readyAt });
    return { ...instance, operationId: operationIds.get(name), secondsToReady };
  });
}
