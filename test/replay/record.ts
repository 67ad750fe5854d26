import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { version } from '../../package.json';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import { fleetRequest } from '../support/fleet-request';
import { startFleet, type RunningFleet } from '../support/run-fleet';
import { runRemoval } from '../support/run-removal';
import type { FaultRule } from '../support/simulator-control';
import { Stack } from '../support/start-stack';

/**
 * Records one history of each outcome for this version. Run it once, when a version is released:
 * `npm test -- --testMatch '**\/test/replay/record.ts'`. Never over a version that is out.
 */
const FOLDER = join(__dirname, 'histories', version);

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.startWorker();
  mkdirSync(FOLDER, { recursive: true });
});

afterAll(async () => {
  await stack.stop();
});

afterEach(async () => {
  await stack.control.reset();
});

const CREATE = 'CreateInstancesFromSnapshot';

interface Outcome {
  name: string;
  faults?: FaultRule[];
  input?: unknown;
  during?: (fleet: RunningFleet) => Promise<void>;
  status: string;
}

const disks = { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] };
const withDisks = {
  instanceSnapshotName: 'golden-with-disk',
  bundleId: 'small_3_0',
  attachedDiskMapping: disks,
};

const outcomes: Outcome[] = [
  { name: 'ready', status: 'ready' },
  {
    name: 'ready-in-batches',
    input: fleetRequest({
      instanceNames: undefined,
      fleet: { nameTemplate: 'web-{index}', count: 12, batchSize: 2 },
    }),
    status: 'ready',
  },
  {
    name: 'ready-after-lost-answer',
    faults: [{ action: CREATE, effect: 'reset-after' }],
    status: 'ready',
  },
  { name: 'invalid-request', input: { instanceNames: ['a b'] }, status: 'failed' },
  { name: 'preflight-failed', input: fleetRequest({ instanceSnapshotName: 'no-such' }), status: 'failed' },
  {
    name: 'operation-failed',
    faults: [{ name: 'web-02', action: CREATE, effect: 'operation-fails' }],
    status: 'failed',
  },
  {
    name: 'operation-failed-with-disks',
    faults: [{ name: 'web-02', action: CREATE, effect: 'operation-fails' }],
    input: fleetRequest(withDisks),
    status: 'failed',
  },
  {
    name: 'access-denied',
    faults: [{ action: 'CreateInstancesFromSnapshot', effect: 'denied' }],
    status: 'failed',
  },
  {
    name: 'ready-after-replacement',
    faults: [
      { name: 'web-02', action: CREATE, effect: 'operation-fails' },
      { name: 'web-03', action: CREATE, effect: 'capacity' },
    ],
    input: fleetRequest({ fleet: { replaceFailed: 1, fallbackZones: ['us-east-1b'] } }),
    status: 'ready',
  },
  {
    name: 'ready-with-fewer',
    faults: [{ name: 'web-02', action: CREATE, effect: 'operation-fails' }],
    input: fleetRequest({ fleet: { minReady: 2, replaceFailed: 0 } }),
    status: 'ready',
  },
  {
    name: 'kept',
    faults: [{ name: 'web-02', action: CREATE, effect: 'operation-fails' }],
    input: fleetRequest({ ...withDisks, fleet: { onFailure: 'keep', replaceFailed: 0 } }),
    status: 'failed',
  },
  {
    name: 'rollback-incomplete',
    faults: [
      { name: 'web-02', action: CREATE, effect: 'operation-fails' },
      { name: 'web-03', action: 'DeleteInstance', effect: 'denied', times: 1000 },
    ],
    input: fleetRequest({ fleet: { limits: { rollbackMinutes: 1 } } }),
    status: 'failed',
  },
  {
    name: 'cancelled-while-waiting',
    faults: [{ name: 'web-02', effect: 'operation-stuck' }],
    during: async (fleet) => {
      await fleet.reached('waiting');
      await fleet.cancel();
    },
    status: 'cancelled',
  },
];

/** The least of `rollbackMinutes` is one. */
const LIMIT_MILLIS = 120_000;

it.each(outcomes)(
  'records $name',
  async ({ name, faults = [], input = fleetRequest(), during, status }) => {
    await stack.control.putFaults(faults);
    const fleet = await startFleet(stack, input, `replay-${name}`);
    await during?.(fleet);
    expect(await fleet.outcome()).toMatchObject({ status });
    const history = await stack.client.workflow.getHandle(fleet.id).fetchHistory();
    writeFileSync(join(FOLDER, `${name}.json`), `${anonymous(historyToJSON(history))}\n`);
  },
  LIMIT_MILLIS,
);

/** Without this machine's paths and name, which stack traces and identities carry. */
function anonymous(json: string): string {
  return json.replaceAll(`${findPackageRoot(__dirname)}/`, '').replaceAll(hostname(), 'host');
}

interface Removal {
  name: string;
  workflowType: 'deleteFleet' | 'sweepFleets';
  faults?: FaultRule[];
  input: object;
  status: string;
}

const removals: Removal[] = [
  { name: 'deleted', workflowType: 'deleteFleet', input: {}, status: 'done' },
  {
    name: 'delete-incomplete',
    workflowType: 'deleteFleet',
    faults: [{ name: 'web-02', action: 'DeleteInstance', effect: 'denied', times: 1000 }],
    input: { regions: ['us-east-1'] },
    status: 'failed',
  },
  {
    name: 'swept',
    workflowType: 'sweepFleets',
    input: { delete: true, minimumAgeHours: 0, includeExpired: true },
    status: 'done',
  },
];

it.each(removals)('records $name', async ({ name, workflowType, faults = [], input, status }) => {
  const fleet = await startFleet(stack, fleetRequest(withDisks), `replay-of-${name}`);
  await fleet.reached('waiting');
  await stack.client.workflow.getHandle(fleet.id).terminate('as an operator does');
  await stack.control.putFaults(faults);
  const own = workflowType === 'deleteFleet' ? { fleetId: fleet.id, ...input } : input;
  const removal = await runRemoval(stack, workflowType, own);
  expect(removal.outcome).toMatchObject({ status });
  const history = await stack.client.workflow.getHandle(removal.workflowId).fetchHistory();
  writeFileSync(join(FOLDER, `${name}.json`), `${anonymous(historyToJSON(history))}\n`);
});
