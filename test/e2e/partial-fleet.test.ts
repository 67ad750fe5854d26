import { groupOf, ownershipOf } from '../../src/contract/tags';
import type { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { untilCalled } from '../support/ledger-facts';
import type { Person } from '../support/person';
import { startFleet } from '../support/run-fleet';
import type { Stack } from '../support/start-stack';
import { useWorld } from '../support/use-world';
import { WITH_DISKS } from '../support/with-disks';

let stack: Stack;
let account: Account;
let person: Person;

const CREATE = 'CreateInstancesFromSnapshot';
const names = ['web-01', 'web-02', 'web-03'];

useWorld({
  prepare: (world) => {
    ({ stack, account, person } = world);
  },
});

afterEach(async () => {
  await stack.control.reset();
});

async function outcomeOf(fleet: object) {
  return (await startFleet(stack, fleetRequest({ fleet }))).outcome();
}

async function createsOf(name: string): Promise<number> {
  const calls = (await stack.control.ledger()).filter((row) => row.action === CREATE);
  return calls.filter((row) => (row.request?.['instanceNames'] as string[]).includes(name)).length;
}

describe('an instance that fails', () => {
  it('is removed and made again, and the fleet is whole', async () => {
    await stack.control.putFaults([{ action: CREATE, name: 'web-02', effect: 'operation-fails' }]);
    const outcome = await outcomeOf({ replaceFailed: 1 });
    expect(outcome).toMatchObject({ status: 'ready', result: { replaced: 1, removed: 0 } });
    expect(await account.billedNames()).toEqual(names);
    expect(await createsOf('web-02')).toBe(2);
    expect(await createsOf('web-01')).toBe(1);
  });

  it('is made again once where nobody said how often', async () => {
    await stack.control.putFaults([{ action: CREATE, name: 'web-02', effect: 'operation-fails' }]);
    expect(await outcomeOf({ replaceFailed: undefined })).toMatchObject({ status: 'ready' });
  });

  it('takes its disk with it, whose name is then free for the one made again', async () => {
    await stack.control.putFaults([{ action: CREATE, name: 'web-02', effect: 'operation-fails' }]);
    const request = fleetRequest({
      ...WITH_DISKS,
      fleet: { replaceFailed: 1 },
    });
    const outcome = await (await startFleet(stack, request)).outcome();
    expect(outcome).toMatchObject({ status: 'ready', result: { replaced: 1 } });
    expect(await account.billedNames()).toEqual(names.flatMap((name) => [name, `${name}-data`]).sort());
  });

  it('leaves nothing when it cannot be removed at first, and the whole is rolled back', async () => {
    await stack.control.putFaults([
      { action: CREATE, name: 'web-02', effect: 'operation-fails' },
      { name: 'web-02', action: 'DeleteInstance', effect: 'denied' },
    ]);
    const outcome = await outcomeOf({ replaceFailed: 1 });
    expect(outcome).toMatchObject({ status: 'failed', type: 'OperationFailed' });
    expect(outcome).toHaveProperty(
      'message',
      expect.stringMatching(/web-02: failed, and could not be removed/),
    );
    expect(await account.billedNames()).toEqual([]);
  });
});

describe('a fleet that need not be whole', () => {
  it('stands with as many as fleet.minReady asks for; the failed one is removed, and not paid for', async () => {
    await stack.control.putFaults([{ action: CREATE, name: 'web-02', effect: 'operation-fails', times: 2 }]);
    const outcome = await outcomeOf({ minReady: 2, replaceFailed: 1 });
    expect(outcome).toMatchObject({
      status: 'ready',
      result: {
        instances: [{ name: 'web-01' }, { name: 'web-03' }],
        ...{ replaced: 1, removed: 1, monthlyPriceUsd: 10 },
      },
    });
    expect(await account.billedNames()).toEqual(['web-01', 'web-03']);
  });

  it('is rolled back when fewer are ready, and says how many were needed', async () => {
    await stack.control.putFaults([{ action: CREATE, effect: 'operation-fails', times: 2 }]);
    const outcome = await outcomeOf({ minReady: 2 });
    expect(outcome).toMatchObject({ status: 'failed', type: 'OperationFailed' });
    expect(outcome).toHaveProperty(
      'message',
      expect.stringMatching(/^2 of 3 instances could not be made, and fleet.minReady asks for 2: /),
    );
    expect(await account.billedNames()).toEqual([]);
  });

  it('stands without a whole batch that was refused', async () => {
    await stack.control.putFaults([{ action: CREATE, name: 'web-03', effect: 'quota' }]);
    const outcome = await outcomeOf({ minReady: 2, batchSize: 1 });
    expect(outcome).toMatchObject({ status: 'ready', result: { removed: 1 } });
    expect(await account.billedNames()).toEqual(['web-01', 'web-02']);
  });
});

describe('a full zone', () => {
  it('sends the instances that met it to the next one, in order', async () => {
    await stack.control.putFaults([
      { name: 'web-02', effect: 'capacity' },
      { name: 'web-03', effect: 'capacity', times: 2 },
    ]);
    const outcome = await outcomeOf({ fallbackZones: ['us-east-1b', 'us-east-1c'] });
    expect(outcome).toMatchObject({
      status: 'ready',
      result: {
        instances: [
          { name: 'web-01', availabilityZone: 'us-east-1a' },
          { name: 'web-02', availabilityZone: 'us-east-1b' },
          { name: 'web-03', availabilityZone: 'us-east-1c' },
        ],
        replaced: 3,
      },
    });
    expect(await account.billedNames()).toEqual(names);
  });

  it('sends all of them there when it refuses the call', async () => {
    await stack.control.putSettings({ capacityFails: 'call' });
    await stack.control.putFaults([{ action: CREATE, effect: 'capacity' }]);
    const outcome = await outcomeOf({ fallbackZones: ['us-east-1b'] });
    expect(outcome).toMatchObject({
      status: 'ready',
      result: { instances: names.map((name) => ({ name, availabilityZone: 'us-east-1b' })) },
    });
  });

  it('ends the run as CapacityUnavailable when no zone is left', async () => {
    await stack.control.putFaults([{ name: 'web-02', effect: 'capacity', times: 2 }]);
    const outcome = await outcomeOf({ fallbackZones: ['us-east-1b'] });
    expect(outcome).toMatchObject({ status: 'failed', type: 'CapacityUnavailable' });
    expect(await account.billedNames()).toEqual([]);
  });
});

describe('a fleet that is to be kept when it fails', () => {
  it('stays as it is but for its group, with every resource named and what removes it, and the run still fails', async () => {
    await stack.control.putFaults([{ action: CREATE, name: 'web-02', effect: 'operation-fails' }]);
    const request = fleetRequest({
      ...WITH_DISKS,
      fleet: { onFailure: 'keep', group: 'web' },
    });
    const outcome = await (await startFleet(stack, request)).outcome();
    expect(outcome).toMatchObject({ status: 'failed', type: 'OperationFailed' });
    if (outcome.status !== 'failed') throw new Error('expected a failure');
    expect(outcome.message).toMatch(/Kept, as fleet.onFailure asks: 6 resources are still there and billed/);
    const named = (outcome.details.survivors ?? []).map(({ name }) => name).sort();
    expect(named).toEqual(await account.billedNames());
    expect(named).toHaveLength(6);
    const kept = (await account.instances()).filter(({ tags }) => ownershipOf(tags) !== undefined);
    expect(kept.map(({ tags }) => groupOf(tags))).toEqual(
      kept.map(() => expect.objectContaining({ group: undefined, source: 'golden-with-disk' })),
    );
  });

  it('names the disk, too, of an instance that a person removed', async () => {
    await stack.control.putFaults([
      { action: CREATE, name: 'web-02', effect: 'operation-fails', seconds: 200 },
    ]);
    const request = fleetRequest({
      names: ['web-01', 'web-02'],
      ...WITH_DISKS,
      fleet: { onFailure: 'keep', batchSize: 1 },
    });
    const fleet = await startFleet(stack, request);
    await fleet.reached('ready');
    await person.remove('web-01');
    const outcome = await fleet.outcome();
    expect(outcome).toMatchObject({ status: 'failed', type: 'OperationFailed' });
    const survivors = outcome.status === 'failed' ? (outcome.details.survivors ?? []) : [];
    expect(survivors.map(({ name }) => name).sort()).toEqual(await account.billedNames());
    expect(survivors).toContainEqual({
      resourceType: 'Disk',
      name: 'web-01-data',
      cause: expect.stringContaining('it came with web-01, which somebody else removed'),
      untagged: true,
    });
  });

  it('is rolled back when somebody cancels it while it looks at what it keeps', async () => {
    await stack.control.putFaults([{ action: CREATE, name: 'web-02', effect: 'operation-fails' }]);
    const fleet = await startFleet(stack, fleetRequest({ fleet: { onFailure: 'keep' } }));
    await fleet.reached('waiting');
    await stack.control.putFaults([{ action: 'GetInstance', name: 'web-02', effect: 'slow', seconds: 60 }]);
    await untilCalled(stack.control, 'GetInstance', 'web-02');
    await fleet.cancel();
    expect(await fleet.outcome()).toMatchObject({
      status: 'failed',
      type: 'OperationFailed',
      message: expect.stringMatching(/Rolled back: nothing is left$/),
    });
    expect(await account.billedNames()).toEqual([]);
  });

  it('is rolled back all the same when somebody cancels it', async () => {
    await stack.control.putFaults([{ name: 'web-02', effect: 'operation-stuck' }]);
    const fleet = await startFleet(stack, fleetRequest({ fleet: { onFailure: 'keep' } }));
    await fleet.reached('waiting');
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect(await account.billedNames()).toEqual([]);
  });
});

describe('a cancellation', () => {
  it('while a failed instance is removed rolls all back', async () => {
    await stack.control.putFaults([
      { action: CREATE, name: 'web-02', effect: 'operation-fails' },
      { action: 'DeleteInstance', name: 'web-02', effect: 'slow', seconds: 40 },
    ]);
    const fleet = await startFleet(stack, fleetRequest({ fleet: { replaceFailed: 1 } }));
    await fleet.reached('removing');
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect(await account.billedNames()).toEqual([]);
  });
});
