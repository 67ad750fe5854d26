import type { CloneFleetInput } from '../../src/contract/clone-fleet-input';
import type { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { deletesOf } from '../support/ledger-facts';
import { startFleet } from '../support/run-fleet';
import type { FaultRule } from '../support/simulator-control';
import type { Stack } from '../support/start-stack';
import { useWorld } from '../support/use-world';
import { WITH_DISKS } from '../support/with-disks';

/** Two fleets wait for their `rollbackMinutes`, of which the least is one. */
const LIMIT_MILLIS = 150_000;
const FOR_EVER = 10_000;

/**
 * Some of what the calls of a rollback may meet; test/faults has every call and every effect. Here it lasts: more often
 * than the SDK tries by itself where the call is a read.
 */
const EFFECTS = ['throttle', 'server-error', 'reset-after'];
const CALLS = [
  { action: 'GetInstance', name: 'gi', of: '-01', times: 4 },
  { action: 'DeleteInstance', name: 'di', of: '-01', times: 2 },
  { action: 'GetDisk', name: 'gd', of: '-01-data', times: 4 },
  { action: 'DeleteDisk', name: 'dd', of: '-01-data', times: 2 },
];

interface Case {
  /** Begins the names of its two instances, the second of which fails, and of their disks. */
  name: string;
  what: string;
  faults: FaultRule[];
  request?: Partial<CloneFleetInput>;
}

const CLEAN: Case[] = [
  ...CALLS.flatMap(({ action, name, of, times }) =>
    EFFECTS.map((effect) => ({
      name: `${name}-${effect}`,
      what: `${action} meets ${effect}`,
      faults: [{ action, name: `${name}-${effect}${of}`, effect, times }],
    })),
  ),
  {
    name: 'refused',
    what: 'a delete is refused for a while',
    faults: [{ action: 'DeleteInstance', name: 'refused-01', effect: 'delete-refused', times: 2 }],
  },
  {
    name: 'refdisk',
    what: 'the delete of a disk is refused for a while',
    faults: [{ action: 'DeleteDisk', name: 'refdisk-01-data', effect: 'delete-refused', times: 2 }],
  },
  {
    name: 'expired',
    what: 'the credentials are refused for a while',
    faults: [
      {
        action: 'DeleteInstance',
        name: 'expired-01',
        effect: 'denied',
        errorCode: 'UnauthenticatedException',
        times: 3,
      },
      { action: 'DeleteDisk', name: 'expired-01-data', effect: 'denied', times: 3 },
    ],
  },
  {
    name: 'addons',
    what: 'the instances have add-ons',
    faults: [],
    request: {
      addOns: [{ addOnType: 'AutoSnapshot', autoSnapshotAddOnRequest: { snapshotTimeOfDay: '06:00' } }],
    },
  },
  {
    name: 'failing',
    what: 'the operation of a delete fails',
    faults: [
      { action: 'DeleteInstance', name: 'failing-01', effect: 'operation-fails', seconds: 1, times: 2 },
    ],
  },
  {
    name: 'faildisk',
    what: 'the operation of the delete of a disk fails',
    faults: [
      { action: 'DeleteDisk', name: 'faildisk-01-data', effect: 'operation-fails', seconds: 1, times: 2 },
    ],
  },
  {
    name: 'stuck',
    what: 'a delete takes very long',
    faults: [{ action: 'DeleteInstance', name: 'stuck-01', effect: 'operation-stuck', seconds: 200 }],
  },
  {
    name: 'stuckdisk',
    what: 'a disk is being deleted for very long',
    faults: [{ action: 'DeleteDisk', name: 'stuckdisk-01-data', effect: 'operation-stuck', seconds: 200 }],
  },
  {
    name: 'pending',
    what: 'an instance is still pending, and may not be deleted yet',
    faults: [{ name: 'pending-01', effect: 'operation-stuck', seconds: 150 }],
  },
];

/** What stays for good. */
const DENIED: FaultRule[] = [
  { action: 'DeleteInstance', name: 'deny-02', effect: 'denied', times: FOR_EVER },
];
const NEVER: FaultRule[] = [
  { action: 'DeleteInstance', name: 'never-02', effect: 'delete-refused', times: FOR_EVER },
  { action: 'DeleteInstance', name: 'never-03', effect: 'operation-stuck' },
];

let stack: Stack;
let account: Account;

useWorld({
  prepare: async (world) => {
    ({ stack, account } = world);
    await stack.control.putSettings({ createSeconds: 1 });
    const failing = [...CLEAN.map(({ name }) => name), 'deny', 'never', 'listing'];
    await stack.control.putFaults([
      ...failing.map((name) => ({ name: `${name}-02`, effect: 'operation-fails', seconds: 3 })),
      ...CLEAN.flatMap(({ faults }) => faults),
      ...DENIED,
      ...NEVER,
    ]);
  },
});

async function runFleet(name: string, more: Partial<CloneFleetInput> = {}, size = 2) {
  const names = Array.from({ length: size }, (_, index) => `${name}-0${String(index + 1)}`);
  const request = fleetRequest({ names, ...WITH_DISKS, ...more });
  return (await startFleet(stack, request)).outcome();
}

it.concurrent.each(CLEAN)(
  'a rollback in which $what leaves nothing behind',
  async ({ name, request }) => {
    expect(await runFleet(name, request)).toMatchObject({
      status: 'failed',
      type: 'OperationFailed',
      message: expect.stringMatching(/Rolled back: nothing is left$/),
    });
    expect(await account.standing(`${name}-`)).toEqual([]);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'a rollback that may not delete an instance removes the others, and names it with its disk, the cause and the command',
  async () => {
    const outcome = await runFleet('deny', { fleet: { limits: { rollbackMinutes: 1 } } }, 3);
    expect(outcome).toMatchObject({
      status: 'failed',
      type: 'RollbackIncomplete',
      details: {
        cause: { type: 'OperationFailed' },
        command: expect.stringMatching(/^lightsail-fleet delete \S+ --owner [\w-]+ --region us-east-1$/),
        survivors: [
          { resourceType: 'Instance', name: 'deny-02', cause: expect.stringContaining('AccessDenied') },
          { resourceType: 'Disk', name: 'deny-02-data', cause: 'attached to deny-02, which is still there' },
        ],
      },
    });
    expect(await account.standing('deny-')).toEqual(['deny-02', 'deny-02-data']);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'a rollback whose minutes are over has removed what could be removed, disks too, and names the rest',
  async () => {
    const outcome = await runFleet('never', { fleet: { limits: { rollbackMinutes: 1 } } }, 3);
    expect(outcome).toMatchObject({ status: 'failed', type: 'RollbackIncomplete' });
    const survivors = outcome.status === 'failed' ? (outcome.details.survivors ?? []) : [];
    const byName = Object.fromEntries(survivors.map(({ name, cause }) => [name, cause]));
    expect(byName).toEqual({
      'never-02': expect.stringContaining('cannot be deleted in its present state'),
      'never-02-data': 'attached to never-02, which is still there',
      'never-03': expect.stringContaining('its delete was accepted, but it is still there'),
      'never-03-data': 'attached to never-03, which is still there',
    });
    expect(await account.standing('never-')).toEqual(Object.keys(byName).sort());
    expect(deletesOf(await stack.control.ledger(), 'never-02').length).toBeGreaterThan(2);
  },
  LIMIT_MILLIS,
);

it(
  'a rollback in which nothing can be listed for a while finds all of it later',
  async () => {
    await stack.control.putSettings({ createSeconds: 20 });
    const names = ['01', '02', '03', '04', '05', '06'].map((index) => `listing-${index}`);
    await stack.control.putFaults([{ name: 'listing-02', effect: 'operation-stuck', seconds: 100 }]);
    const fleet = await startFleet(stack, fleetRequest({ names, ...WITH_DISKS }));
    await fleet.reached('waiting');
    await stack.control.putFaults([{ action: 'GetInstances', effect: 'server-error', times: 10 }]);
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect(await account.standing('listing-')).toEqual([]);
  },
  LIMIT_MILLIS,
);

it(
  'a rollback that may not even look for a while finishes when it may again',
  async () => {
    const names = ['locked-01', 'locked-02'];
    await stack.control.putFaults([{ name: 'locked-02', effect: 'operation-stuck', seconds: 100 }]);
    const fleet = await startFleet(stack, fleetRequest({ names, ...WITH_DISKS }));
    await fleet.reached('waiting');
    await stack.control.putFaults([
      { action: 'GetInstance', effect: 'denied', errorCode: 'UnauthenticatedException', times: 6 },
    ]);
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect(await account.standing('locked-')).toEqual([]);
  },
  LIMIT_MILLIS,
);
