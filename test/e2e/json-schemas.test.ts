import type { CloneFleetResult } from '../../src/contract/clone-fleet-result';
import type { DeleteFleetResult } from '../../src/contract/delete-fleet-result';
import type { FleetPlan } from '../../src/contract/fleet-plan';
import {
  AWAIT_PLAN_UPDATE,
  DEFAULT_TASK_QUEUE,
  PROGRESS_QUERY,
  WORKFLOW_TYPES,
} from '../../src/contract/names';
import type { SchemaName } from '../../src/contract/schema-names';
import type { SweepFleetsResult } from '../../src/contract/sweep-fleets-result';
import { fleetRequest } from '../support/fleet-request';
import { closedSchemaCheck } from '../support/json-schema-check';
import { startFleet, type RunningFleet } from '../support/run-fleet';
import { runRemoval } from '../support/run-removal';
import { Stack } from '../support/start-stack';
import { waitFor } from '../support/wait-for';

/** What a real worker answers, held against the JSON Schemas: no member that they do not name, and none amiss. */

const WITH_DISKS = {
  instanceSnapshotName: 'golden-with-disk',
  attachedDiskMapping: { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] },
};

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.startWorker();
});

afterAll(async () => {
  await stack.stop();
});

afterEach(async () => {
  await stack.control.reset();
});

function expectFits(name: SchemaName, value: unknown): void {
  expect(closedSchemaCheck(name)(value)).toEqual([]);
}

/** Each progress that a person would see, from the first to the last. */
async function expectProgressFits(fleet: RunningFleet): Promise<void> {
  const check = closedSchemaCheck('FleetProgress');
  const ended = fleet.outcome().then(() => true);
  const seen: string[][] = [];
  await waitFor({
    what: `${fleet.id} has ended`,
    condition: async () => {
      const over = await Promise.race([ended, Promise.resolve(false)]);
      seen.push(check(await fleet.progress()));
      return over;
    },
  });
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.flat()).toEqual([]);
}

it('a fleet with disks that stands: its plans, its progress and its result', async () => {
  const request = fleetRequest({
    ...WITH_DISKS,
    keyPairName: 'ops',
    userData: 'echo hello',
    tags: [{ key: 'team', value: 'web' }, { key: 'nightly' }],
    addOns: [{ addOnType: 'AutoSnapshot', autoSnapshotAddOnRequest: { snapshotTimeOfDay: '06:00' } }],
    fleet: { waitFor: 'operation', fallbackZones: ['us-east-1b'], minReady: 2 },
  });
  expectFits('CloneFleetInput', request);
  const planned: unknown = await stack.client.workflow.execute(WORKFLOW_TYPES.planFleet, {
    workflowId: 'schema-plan',
    taskQueue: DEFAULT_TASK_QUEUE,
    args: [request],
  });
  expectFits('FleetPlan', planned);

  const fleet = await startFleet(stack, request);
  const handle = stack.client.workflow.getHandle(fleet.id);
  const plan = await handle.executeUpdate<FleetPlan, []>(AWAIT_PLAN_UPDATE);
  expectFits('FleetPlan', plan);
  expect(plan.disks?.count).toBe(3);
  await expectProgressFits(fleet);
  const result = (await handle.result()) as CloneFleetResult;
  expectFits('CloneFleetResult', result);
  expect(result.instances[0]?.disks).toHaveLength(1);
});

it('a request that is refused: its failure', async () => {
  const outcome = await (await startFleet(stack, { instanceNames: ['x'], fleet: { count: 0 } })).outcome();
  if (outcome.status !== 'failed') throw new Error(`expected a failure, got ${outcome.status}`);
  expectFits('FailureType', outcome.type);
  expectFits('FleetFailureDetails', outcome.details);
});

it('a fleet that is kept for inspection, the deletion of what is left, and a sweep', async () => {
  await stack.control.putFaults([
    { name: 'web-02', effect: 'operation-fails', errorCode: 'InternalFailure' },
  ]);
  const request = fleetRequest({ ...WITH_DISKS, fleet: { onFailure: 'keep' } });
  const fleet = await startFleet(stack, request);
  await expectProgressFits(fleet);
  const outcome = await fleet.outcome();
  if (outcome.status !== 'failed') throw new Error(`expected a failure, got ${outcome.status}`);
  expect(outcome.details.survivors?.length).toBeGreaterThan(2);
  expectFits('FleetFailureDetails', outcome.details);

  const region = { regions: ['us-east-1'] };
  const swept = await runRemoval<SweepFleetsResult>(stack, 'sweepFleets', { ...region, minimumAgeHours: 0 });
  if (swept.outcome.status !== 'done') throw new Error(swept.outcome.message);
  expect(swept.outcome.result.groups).toHaveLength(1);
  expectFits('SweepFleetsResult', swept.outcome.result);

  const dry = await runRemoval<DeleteFleetResult>(stack, 'deleteFleet', {
    ...{ ...region, fleetId: fleet.id, dryRun: true },
  });
  if (dry.outcome.status !== 'done') throw new Error(dry.outcome.message);
  expect(dry.outcome.result.found.length).toBeGreaterThan(0);
  expectFits('DeleteFleetResult', dry.outcome.result);

  const deleted = await runRemoval<DeleteFleetResult>(stack, 'deleteFleet', { ...region, fleetId: fleet.id });
  if (deleted.outcome.status !== 'done') throw new Error(deleted.outcome.message);
  expect(deleted.outcome.result.removedCount).toBeGreaterThan(0);
  expectFits('DeleteFleetResult', deleted.outcome.result);
  const progress: unknown = await stack.client.workflow.getHandle(deleted.workflowId).query(PROGRESS_QUERY);
  expectFits('DeleteProgress', progress);
}, 60_000);
