import type { CloneFleetInput } from '../../src/contract/clone-fleet-input';
import { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { timesMade, untilCalled, untilCreateStruck } from '../support/ledger-facts';
import { startFleet, type RunningFleet } from '../support/run-fleet';
import type { FaultRule } from '../support/simulator-control';
import { Stack } from '../support/start-stack';
import { WITH_DISKS } from '../support/with-disks';

/** The heartbeat time-out of 10 s, the grace of a worker that stops, and the work itself. */
const LIMIT_MILLIS = 150_000;
const CREATE = 'CreateInstancesFromSnapshot';

interface Phase {
  /** Begins the names of the fleet's two instances. */
  name: string;
  /** Holds the fleet in the phase. */
  hold: FaultRule[];
  /** Resolves when the fleet is in it. */
  reached: (fleet: RunningFleet, name: string) => Promise<void>;
  ends: 'ready' | 'failed';
  request?: Partial<CloneFleetInput>;
}

let stack: Stack;
let account: Account;

const PHASES: Phase[] = [
  {
    name: 'plan',
    hold: [{ action: 'GetInstanceSnapshot', effect: 'slow', seconds: 100 }],
    reached: (fleet) => fleet.reached('planning'),
    ends: 'ready',
  },
  {
    name: 'create',
    hold: [{ action: CREATE, name: 'create-01', effect: 'slow', seconds: 100 }],
    reached: (_, name) => untilCreateStruck(stack.control, `${name}-01`),
    ends: 'ready',
  },
  {
    name: 'wait',
    hold: [{ name: 'wait-01', effect: 'operation-stuck', seconds: 400 }],
    reached: (fleet) => fleet.reached('waiting'),
    ends: 'ready',
  },
  {
    name: 'ready',
    hold: [{ name: 'ready-01', effect: 'no-address', seconds: 400 }],
    reached: (fleet) => fleet.reached('starting'),
    ends: 'ready',
  },
  {
    name: 'remove',
    hold: [
      { name: 'remove-02', effect: 'operation-fails', seconds: 1 },
      { action: 'DeleteInstance', name: 'remove-01', effect: 'operation-stuck', seconds: 400 },
    ],
    reached: (_, name) => untilCalled(stack.control, 'DeleteInstance', `${name}-01`),
    ends: 'failed',
  },
  {
    name: 'disks',
    hold: [
      { name: 'disks-02', effect: 'operation-fails', seconds: 1 },
      { action: 'DeleteDisk', name: 'disks-01-data', effect: 'operation-stuck', seconds: 400 },
    ],
    reached: (_, name) => untilCalled(stack.control, 'DeleteDisk', `${name}-01-data`),
    ends: 'failed',
    request: WITH_DISKS,
  },
];

beforeAll(async () => {
  stack = await Stack.start();
  account = new Account(stack);
});

beforeEach(async () => {
  await stack.control.reset();
  await stack.control.putFaults(PHASES.flatMap(({ hold }) => hold));
  await stack.startWorker();
});

afterAll(async () => {
  account.close();
  await stack.stop();
});

const ENDINGS = [
  ['that is killed', async () => stack.worker?.kill()],
  ['that is told to stop', async () => stack.worker?.stop()],
] as const;

it.each(ENDINGS)(
  'a worker %s, with a fleet in each phase, changes the outcome of none',
  async (_, end) => {
    const fleets: RunningFleet[] = [];
    for (const { name, request } of PHASES) {
      const names = [`${name}-01`, `${name}-02`];
      fleets.push(await startFleet(stack, fleetRequest({ names, ...request, fleet: { replaceFailed: 0 } })));
    }
    await Promise.all(PHASES.map(({ name, reached }, index) => reached(fleets[index] as RunningFleet, name)));
    await end();
    await stack.startWorker();
    const outcomes = await Promise.all(fleets.map((fleet) => fleet.outcome()));
    const statuses = outcomes.map(({ status }) => status);
    expect(statuses).toEqual(PHASES.map(({ ends }) => ends));
    for (const outcome of outcomes.filter(({ status }) => status === 'failed'))
      expect(outcome).toMatchObject({
        type: 'OperationFailed',
        message: expect.stringMatching(/nothing is left$/),
      });
    const ready = PHASES.filter(({ ends }) => ends === 'ready');
    const standing = ready.flatMap(({ name }) => [`${name}-01`, `${name}-02`]);
    expect(await account.billedNames()).toEqual(standing.sort());
    const rows = await stack.control.ledger();
    for (const { name } of PHASES) expect([name, timesMade(rows, `${name}-01`)]).toEqual([name, 1]);
    await stack.worker?.kill();
  },
  LIMIT_MILLIS,
);
