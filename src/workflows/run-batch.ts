import type { CreateInstancesResult, ReadyInstance } from '../contract/activities';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetInstance } from '../contract/clone-fleet-result';
import type { FleetBatch } from '../contract/fleet-plan';
import { awaitBatchOperations, awaitBatchReady } from './await-batch';
import { createBatch } from './create-batch';
import type { FleetRun } from './fleet-run';

export interface RunBatchInput {
  run: FleetRun;
  request: CloneFleetInput;
  batch: FleetBatch;
  /** Lets so many creates out at once; waiting is not limited by it. */
  inCreateWindow: <Result>(create: () => Promise<Result>) => Promise<Result>;
}

/** One batch from nothing to ready: register undo, create, await its operations, await readiness. */
export async function runBatch({
  run,
  request,
  batch,
  inCreateWindow,
}: RunBatchInput): Promise<FleetInstance[]> {
  const created = await inCreateWindow(() => createBatch({ run, request, batch }));
  await awaitBatchOperations({ run, batch, created });
  const ready = await awaitBatchReady({ run, request, batch });
  return toFleetInstances({ run, batch, created, ready });
}

interface ToFleetInstancesInput {
  run: FleetRun;
  batch: FleetBatch;
  created: CreateInstancesResult;
  ready: ReadyInstance[];
}

/** In the order of the request, whatever the order in which they became ready. */
function toFleetInstances({ run, batch, created, ready }: ToFleetInstancesInput): FleetInstance[] {
  const operationIds = new Map(created.instances.map(({ name, operationId }) => [name, operationId]));
  const order = new Map(batch.instanceNames.map((name, position) => [name, position]));
  const inOrder = [...ready].sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
  return inOrder.map(({ readyAt, ...instance }) => {
    const secondsToReady = (Date.parse(readyAt) - Date.parse(created.requestedAt)) / 1000;
    run.update([instance.name], {
      state: 'ready',
      publicIpAddress: instance.publicIpAddress,
      secondsToReady,
    });
    return { ...instance, operationId: operationIds.get(instance.name), secondsToReady };
  });
}
