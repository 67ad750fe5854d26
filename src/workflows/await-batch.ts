import type { CreatedInstance, ReadyInstance } from '../contract/activities';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import { waitActivities } from './activity-options';
import type { CreatedBatch } from './create-batch';
import { failedByCall, failedByOperation, failedToBeReady, type FailedInstance } from './failed-instance';
import { describeBatch, type FleetRun } from './fleet-run';

export interface AwaitBatchInput {
  run: FleetRun;
  request: CloneFleetInput;
  created: CreatedBatch;
}

export interface OperationsResult {
  made: CreatedInstance[];
  failed: FailedInstance[];
}

/** Waits until every operation of the batch has ended, and tells which of its instances are made. */
export async function awaitBatchOperations({ run, created }: AwaitBatchInput): Promise<OperationsResult> {
  const { region, limits } = run.requirePlan;
  const { batch, instances, requestedAt } = created;
  const { awaitOperations } = waitActivities({
    activityId: `await/${batch.id}`,
    summary: `await the operations of ${describeBatch(batch)}`,
    minutes: limits.operationMinutes,
  });
  const awaited = instances.map(({ name, operationId }) => ({ name, operationId }));
  const deadline = minutesFromNow(limits.operationMinutes);
  try {
    const input = { ...run.ownership, region, instances: awaited, requestedAt, deadline };
    const { outcomes } = await awaitOperations(input);
    const failed: FailedInstance[] = [];
    for (const outcome of outcomes) {
      const { name, operation } = outcome;
      const timedOut = outcome.outcome === 'timed-out';
      if (!timedOut) run.operationEnded.add(name);
      const seen = operation === undefined ? {} : { operation };
      if (outcome.outcome === 'succeeded') {
        run.update([name], { ...seen, state: 'starting' });
        continue;
      }
      const message = timedOut
        ? `its operation has not ended after ${String(limits.operationMinutes)} minutes`
        : (operation?.errorDetails ?? `its operation ended as ${operation?.status ?? 'unknown'}`);
      run.update([name], { ...seen, state: 'failed', problem: message });
      failed.push(failedByOperation({ outcome, message, timedOut }));
    }
    const lost = new Set(failed.map(({ problem }) => problem.name));
    return { made: instances.filter(({ name }) => !lost.has(name)), failed };
  } catch (error) {
    return { made: [], failed: failedByCall({ run, names: batch.instanceNames, error }) };
  }
}

export interface ReadinessResult {
  ready: ReadyInstance[];
  failed: FailedInstance[];
}

/** Waits until each of these instances of the batch can be used, and tells which cannot in time. */
export async function awaitBatchReady({
  run,
  request,
  created,
  made,
}: AwaitBatchInput & { made: readonly CreatedInstance[] }): Promise<ReadinessResult> {
  if (made.length === 0) return { ready: [], failed: [] };
  const { region, limits, waitFor } = run.requirePlan;
  const instanceNames = made.map(({ name }) => name);
  const { awaitReady } = waitActivities({
    activityId: `ready/${created.batch.id}`,
    summary: `await ${describeBatch({ ...created.batch, instanceNames })} to be usable`,
    minutes: limits.readyMinutes,
  });
  try {
    const { ready, notReady } = await awaitReady({
      ...run.ownership,
      region,
      instanceNames,
      waitFor,
      ipAddressType: request.ipAddressType,
      deadline: minutesFromNow(limits.readyMinutes),
    });
    for (const { name, message } of notReady) run.update([name], { state: 'failed', problem: message });
    return { ready, failed: notReady.map(failedToBeReady) };
  } catch (error) {
    return { ready: [], failed: failedByCall({ run, names: instanceNames, error }) };
  }
}

function minutesFromNow(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}
