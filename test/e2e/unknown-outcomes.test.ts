import type { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { timesMade, untilCreateStruck, untilMade } from '../support/ledger-facts';
import { startFleet, type RunningFleet } from '../support/run-fleet';
import type { FaultRule } from '../support/simulator-control';
import type { Stack } from '../support/start-stack';
import { useWorld } from '../support/use-world';

const CREATE = 'CreateInstancesFromSnapshot';
/** The slowest waits for the time-out of a write, 30 s. */
const LIMIT_MILLIS = 120_000;
/** Later than the first look for a lost create, and well before the settling time of 3 s (60 virtual) is over. */
const LATE_SECONDS = 40;

const REFUSED_HALF_WAY = { effect: 'not-made', answer: 'refused' } as const;

interface Case {
  /** Begins the names of its instances. */
  name: string;
  what: string;
  fault: FaultRule;
}

/** What may become of the one create of a fleet of three. */
const CASES: Case[] = [
  { name: 'lost', what: 'its answer was lost', fault: { effect: 'reset-after' } },
  { name: 'cut', what: 'the connection broke before it', fault: { effect: 'reset-before' } },
  {
    name: 'slow',
    what: 'its answer was lost much later',
    fault: { effect: 'stall', done: true, seconds: 100 },
  },
  { name: 'idle', what: 'it was never done, and said so late', fault: { effect: 'stall', seconds: 100 } },
  { name: 'mute', what: 'it was done and timed out', fault: { effect: 'stall', done: true, seconds: 4000 } },
  { name: 'dead', what: 'it was not done and timed out', fault: { effect: 'stall', seconds: 4000 } },
  {
    name: 'late',
    what: 'all of it appeared late',
    fault: { effect: 'late-appearance', seconds: LATE_SECONDS },
  },
  {
    name: 'slip',
    what: 'one instance appeared late, though it was answered',
    fault: { name: 'slip-02', effect: 'late-appearance', seconds: LATE_SECONDS, answer: 'given' },
  },
  {
    name: 'gap',
    what: 'one instance appeared late, and the answer was lost',
    fault: { name: 'gap-02', effect: 'late-appearance', seconds: LATE_SECONDS },
  },
  {
    name: 'some',
    what: 'it made only some, and answered so',
    fault: { name: 'some-02', effect: 'not-made' },
  },
  {
    name: 'half',
    what: 'it made only some, and the answer was lost',
    fault: { name: 'half-02', effect: 'not-made', answer: 'lost' },
  },
  {
    name: 'part',
    what: 'it made only some, and answered with an error',
    fault: { name: 'part-02', effect: 'not-made', answer: 'refused' },
  },
  {
    name: 'fail',
    what: 'it made only some, and the service failed',
    fault: { name: 'fail-02', effect: 'not-made', answer: 'refused', errorCode: 'ServiceException' },
  },
];

/** Fleets whose create is out, or lost and being looked for, when they are cancelled. */
const CANCELLED: Case[] = [
  { name: 'c-out', what: 'is out', fault: { effect: 'slow', seconds: 60 } },
  { name: 'c-lost', what: 'is lost', fault: { effect: 'late-appearance', seconds: LATE_SECONDS } },
  { name: 'c-half', what: 'made some', fault: { name: 'c-half-02', effect: 'not-made', answer: 'lost' } },
];

/** The other batch has failed when this one's create is looked for. */
const BESIDE: Case[] = [
  { name: 'b-late', what: 'appears late', fault: { effect: 'late-appearance', seconds: LATE_SECONDS } },
  { name: 'b-lost', what: 'is answered late', fault: { effect: 'stall', done: true, seconds: 60 } },
];

/** Calls that were refused for good, and made an instance all the same. */
const REFUSED: (Case & { type: string })[] = [
  {
    name: 'r-full',
    what: 'by a full zone',
    type: 'CapacityUnavailable',
    fault: { name: 'r-full-02', ...REFUSED_HALF_WAY, errorDetails: 'InsufficientInstanceCapacity' },
  },
  {
    name: 'r-quota',
    what: 'by a quota',
    type: 'QuotaExceeded',
    fault: { name: 'r-quota-02', ...REFUSED_HALF_WAY, errorDetails: "you've reached the maximum number" },
  },
];

/** Fleets whose worker dies while their create is out. */
const ORPHANED: Case[] = [
  { name: 'k-before', what: 'before it was done', fault: { effect: 'stall', seconds: 4000 } },
  { name: 'k-late', what: 'and appeared late', fault: { effect: 'late-appearance', seconds: 100 } },
  { name: 'k-after', what: 'after it was done', fault: { effect: 'stall', done: true, seconds: 4000 } },
];

function namesOf(name: string): string[] {
  return [`${name}-01`, `${name}-02`, `${name}-03`];
}

const faults: FaultRule[] = [
  ...[...CASES, ...CANCELLED, ...ORPHANED, ...REFUSED].map(({ name, fault }) => ({
    name: `${name}-01`,
    ...fault,
  })),
  ...BESIDE.flatMap(({ name, fault }) => [
    { ...fault, name: `${name}-01` },
    { name: `${name}-02`, effect: 'operation-fails', seconds: 1 },
  ]),
  // It appears about when the heartbeat of the dead worker has run out, and the rollback begins to look.
  { name: 'k-cancel-01', effect: 'late-appearance', seconds: 160 },
].map((rule) => ({ action: CREATE, ...rule }));

let stack: Stack;
let account: Account;

useWorld({
  prepare: async (world) => {
    ({ stack, account } = world);
    await stack.control.putFaults(faults);
  },
});

async function expectEachMadeOnce(names: readonly string[]): Promise<void> {
  const rows = await stack.control.ledger();
  expect(names.map((name) => [name, timesMade(rows, name)])).toEqual(names.map((name) => [name, 1]));
}

async function expectWhole(fleet: RunningFleet, name: string): Promise<void> {
  expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
  expect(await account.standing(`${name}-`)).toEqual(namesOf(name));
  await expectEachMadeOnce(namesOf(name));
}

it.concurrent.each(CASES)(
  'a fleet whose create was such that $what ends ready, each instance made once',
  async ({ name }) => {
    const fleet = await startFleet(stack, fleetRequest({ names: namesOf(name) }));
    await expectWhole(fleet, name);
  },
  LIMIT_MILLIS,
);

it.concurrent.each(CANCELLED)(
  'a fleet that is cancelled while its create $what leaves nothing behind, now or later',
  async ({ name }) => {
    const fleet = await startFleet(stack, fleetRequest({ names: namesOf(name) }));
    await untilCreateStruck(stack.control, `${name}-01`);
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    await untilMade(stack.control, `${name}-01`);
    expect(await account.standing(`${name}-`)).toEqual([]);
  },
  LIMIT_MILLIS,
);

it.concurrent.each(BESIDE)(
  'a create that $what while another batch has failed is found by the rollback',
  async ({ name }) => {
    const request = fleetRequest({
      names: [`${name}-01`, `${name}-02`],
      fleet: { batchSize: 1 },
    });
    const fleet = await startFleet(stack, request);
    expect(await fleet.outcome()).toMatchObject({
      status: 'failed',
      type: 'OperationFailed',
      message: expect.stringMatching(/Rolled back: nothing is left$/),
    });
    await untilMade(stack.control, `${name}-01`);
    await expectEachMadeOnce([`${name}-01`, `${name}-02`]);
    expect(await account.standing(`${name}-`)).toEqual([]);
  },
  LIMIT_MILLIS,
);

it.concurrent.each(REFUSED)(
  'a create that is refused $what after it made an instance ends the fleet as $type, with nothing left',
  async ({ name, type }) => {
    const request = fleetRequest({ names: namesOf(name) });
    const fleet = await startFleet(stack, request);
    expect(await fleet.outcome()).toMatchObject({ status: 'failed', type });
    await expectEachMadeOnce([`${name}-01`, `${name}-03`]);
    expect(await account.standing(`${name}-`)).toEqual([]);
  },
  LIMIT_MILLIS,
);

it(
  'creates that a killed worker had out, done or not, are made once by the next one, or undone if cancelled',
  async () => {
    const fleets = await Promise.all(
      ORPHANED.map(({ name }) => startFleet(stack, fleetRequest({ names: namesOf(name) }))),
    );
    for (const { name } of ORPHANED) await untilCreateStruck(stack.control, `${name}-01`);
    const dead = await startFleet(stack, fleetRequest({ names: namesOf('k-cancel') }));
    await untilCreateStruck(stack.control, 'k-cancel-01');
    await stack.worker?.kill();
    await dead.cancel();
    await stack.startWorker();
    expect(await dead.outcome()).toEqual({ status: 'cancelled' });
    await untilMade(stack.control, 'k-cancel-01');
    expect(await account.standing('k-cancel-')).toEqual([]);
    for (const [index, { name }] of ORPHANED.entries())
      await expectWhole(fleets[index] as RunningFleet, name);
  },
  LIMIT_MILLIS,
);

it('nothing stands in the account but the fleets that ended ready', async () => {
  const ready = [...CASES, ...ORPHANED].flatMap(({ name }) => namesOf(name));
  expect(await account.billedNames()).toEqual(ready.sort());
});
