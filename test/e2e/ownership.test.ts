import { TAG_KEYS } from '../../src/contract/tags';
import type { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { deletesOf, timesMade, untilCalled, untilRow } from '../support/ledger-facts';
import type { Person } from '../support/person';
import { startFleet } from '../support/run-fleet';
import type { FaultRule } from '../support/simulator-control';
import type { Stack } from '../support/start-stack';
import { useWorld } from '../support/use-world';
import { waitFor } from '../support/wait-for';
import { WITH_DISKS } from '../support/with-disks';

const CREATE = 'CreateInstancesFromSnapshot';
/** Batches of one that fill the window of creates for a while, before the last name's turn comes. */
const FILLERS = ['1', '2', '3'];
/** Each scenario has names of its own, so that all run beside each other on one stack. */
const LIMIT_MILLIS = 90_000;
/** Snapshots whose plan is held after it has read the names in use. */
const HELD = ['held-1', 'held-2', 'held-3', 'held-4'];
const ONE_DISK = [{ path: '/dev/xvdf', sizeInGb: 32 }];

const faults: FaultRule[] = [
  // Six seconds: two fleets that share a snapshot must both have read the names, also on a busy machine.
  ...HELD.map((name) => ({ action: 'GetInstanceSnapshot', name, effect: 'slow', seconds: 120, times: 2 })),
  ...['cross-x', 'cross-y', ...FILLERS.flatMap((n) => [`cross-a${n}`, `cross-b${n}`])].map((name) => ({
    action: CREATE,
    name,
    effect: 'slow',
    seconds: 60,
  })),
  ...['untag-02', 'retag-02', 'hand-02', 'handdisk-02', 'untagdisk-02'].map((name) => ({
    name,
    effect: 'operation-stuck',
    seconds: 100,
  })),
  ...['run-05', 'late-02', 'redisk-01', 'spare-02'].map((name) => ({ name, effect: 'operation-fails' })),
  { action: 'DeleteInstance', name: 'late-01', effect: 'stall', seconds: 80 },
  { action: 'DeleteDisk', name: 'redisk-01-data', effect: 'slow', seconds: 200 },
];

let stack: Stack;
let account: Account;
let person: Person;

useWorld({
  prepare: async (world) => {
    ({ stack, account, person } = world);
    const plain = ['golden', ...HELD].map((name) => ({ region: 'us-east-1', name }));
    const withDisk = { region: 'us-east-1', name: 'golden-with-disk', disks: ONE_DISK };
    await stack.control.putWorld({ snapshots: [...plain, withDisk] });
    await stack.control.putFaults(faults);
  },
});

async function ownerOf(name: string): Promise<string | undefined> {
  const instance = (await account.instances()).find((candidate) => candidate.name === name);
  return instance?.tags?.find(({ key }) => key === TAG_KEYS.ownerId)?.value;
}

async function untilThere(name: string, state?: string): Promise<void> {
  await waitFor({
    what: `${name} is there`,
    condition: async () =>
      (await account.instances()).some(
        (one) => one.name === name && (state === undefined || one.state?.name === state),
      ),
  });
}

it.concurrent(
  'a name that somebody else takes between plan and create ends the fleet as NameInUse, with that instance untouched',
  async () => {
    const request = fleetRequest({ names: ['taken-01', 'taken-02'], instanceSnapshotName: 'held-1' });
    const fleet = await startFleet(stack, request, 'taken');
    await untilCalled(stack.control, 'GetInstanceSnapshot', 'held-1');
    // With the fleet's own id in its tags, and another owner.
    const tags = [
      { key: TAG_KEYS.fleetId, value: 'taken' },
      { key: TAG_KEYS.ownerId, value: 'somebody' },
    ];
    await person.create('taken-02', { tags });
    expect(await fleet.outcome()).toMatchObject({ status: 'failed', type: 'NameInUse' });
    expect(await account.standing('taken')).toEqual(['taken-02']);
    expect(await ownerOf('taken-02')).toBe('somebody');
    expect(deletesOf(await stack.control.ledger(), 'taken-02')).toEqual([]);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'a name that somebody else takes while the first batches are made rolls these back, and leaves that instance alone',
  async () => {
    const names = ['batch-01', 'batch-02', 'batch-03', 'batch-04', 'batch-05', 'batch-06'];
    const request = fleetRequest({
      names,
      instanceSnapshotName: 'held-2',
      fleet: { batchSize: 2, replaceFailed: 0 },
    });
    const fleet = await startFleet(stack, request);
    await untilCalled(stack.control, 'GetInstanceSnapshot', 'held-2');
    await person.create('batch-06');
    expect(await fleet.outcome()).toMatchObject({ status: 'failed', type: 'NameInUse' });
    expect(await account.standing('batch')).toEqual(['batch-06']);
    const rows = await stack.control.ledger();
    expect(deletesOf(rows, 'batch-06')).toEqual([]);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'a name that somebody else takes by another fleet at the same time goes to one of them, and the other one rolls back its own only',
  async () => {
    const both = await Promise.all([
      startFleet(stack, fleetRequest({ names: ['twin-a', 'twin-x'], instanceSnapshotName: 'held-3' })),
      startFleet(stack, fleetRequest({ names: ['twin-x', 'twin-b'], instanceSnapshotName: 'held-3' })),
    ]);
    const outcomes = await Promise.all(both.map((fleet) => fleet.outcome()));
    const won = outcomes.flatMap((outcome) => (outcome.status === 'ready' ? [outcome.result] : []));
    expect(won).toHaveLength(1);
    expect(outcomes).toContainEqual(expect.objectContaining({ status: 'failed', type: 'NameInUse' }));
    const names = won[0]?.instances.map(({ name }) => name) ?? [];
    expect(await account.standing('twin')).toEqual([...names].sort());
    expect(await ownerOf('twin-x')).toBe(won[0]?.ownerId);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'two fleets that each win a name of the other both fail, and each removes what is its own and nothing of the other',
  async () => {
    const start = (names: string[]) =>
      startFleet(
        stack,
        fleetRequest({ names, instanceSnapshotName: 'held-4', fleet: { batchSize: 1, replaceFailed: 0 } }),
      );
    const fleets = await Promise.all([
      start(['cross-x', ...FILLERS.map((n) => `cross-a${n}`), 'cross-y']),
      start(['cross-y', ...FILLERS.map((n) => `cross-b${n}`), 'cross-x']),
    ]);
    for (const fleet of fleets)
      expect(await fleet.outcome()).toMatchObject({ status: 'failed', type: 'NameInUse' });
    expect(await account.standing('cross')).toEqual([]);
    const rows = await stack.control.ledger();
    for (const name of ['cross-x', 'cross-y']) {
      expect(timesMade(rows, name)).toBe(1);
      expect(deletesOf(rows, name)).toHaveLength(1);
    }
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'a second run of the same fleet id is told of the name clash by its plan, and neither adopts nor deletes what the first one made',
  async () => {
    const first = await startFleet(stack, fleetRequest({ names: ['run-01', 'run-02'] }), 'same-id');
    const made = await first.outcome();
    expect(made).toMatchObject({ status: 'ready' });
    const owner = made.status === 'ready' ? made.result.ownerId : '';

    const second = await startFleet(stack, fleetRequest({ names: ['run-02', 'run-03'] }), 'same-id');
    expect(await second.outcome()).toMatchObject({
      type: 'PreflightFailed',
      message: expect.stringContaining('"run-02" is in use'),
    });
    const other = fleetRequest({ names: ['run-04', 'run-05'] });
    const third = await startFleet(stack, other, 'same-id');
    expect(await third.outcome()).toMatchObject({ status: 'failed', type: 'OperationFailed' });

    expect(await account.standing('run-')).toEqual(['run-01', 'run-02']);
    expect(await Promise.all(['run-01', 'run-02'].map(ownerOf))).toEqual([owner, owner]);
  },
  LIMIT_MILLIS,
);

const survivor = (name: string) => ({
  resourceType: 'Instance',
  name,
  cause: expect.stringContaining('its owner tag is gone, so it was left alone'),
  untagged: true,
});

it.concurrent(
  'an instance whose owner tag somebody removes while the run waits is never deleted, and named as still there',
  async () => {
    const request = fleetRequest({ names: ['untag-01', 'untag-02'] });
    const fleet = await startFleet(stack, request);
    await untilThere('untag-01');
    await person.untag('untag-01', TAG_KEYS.ownerId);
    expect(await fleet.outcome()).toMatchObject({
      status: 'failed',
      type: 'RollbackIncomplete',
      message: expect.stringContaining('delete-instance --region us-east-1 --instance-name untag-01'),
      details: { survivors: [survivor('untag-01')] },
    });
    expect(await account.standing('untag-')).toEqual(['untag-01']);
    expect(deletesOf(await stack.control.ledger(), 'untag-01')).toEqual([]);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'an instance whose owner tag somebody gives another value is never deleted, and named as still there, with its disk',
  async () => {
    const request = fleetRequest({
      names: ['untagdisk-01', 'untagdisk-02'],
      ...WITH_DISKS,
    });
    const fleet = await startFleet(stack, request);
    await untilThere('untagdisk-01');
    await person.tag('untagdisk-01', { key: TAG_KEYS.ownerId, value: 'mine-now' });
    const outcome = await fleet.outcome();
    expect(outcome).toMatchObject({ status: 'failed', type: 'RollbackIncomplete' });
    expect(outcome.status === 'failed' && outcome.details.survivors).toEqual([
      { ...survivor('untagdisk-01'), untagged: true },
      expect.objectContaining({ resourceType: 'Disk', name: 'untagdisk-01-data' }),
    ]);
    expect(await account.standing('untagdisk')).toEqual(['untagdisk-01', 'untagdisk-01-data']);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'an instance whose owner tag somebody takes away between two attempts to delete it is left alone from then on, and named',
  async () => {
    const fleet = await startFleet(stack, fleetRequest({ names: ['late-01', 'late-02'] }));
    await untilCalled(stack.control, 'DeleteInstance', 'late-01');
    await person.tag('late-01', { key: TAG_KEYS.ownerId, value: 'mine-now' });
    expect(await fleet.outcome()).toMatchObject({
      type: 'RollbackIncomplete',
      details: { survivors: [survivor('late-01')] },
    });
    expect(await account.standing('late-')).toEqual(['late-01']);
    expect(deletesOf(await stack.control.ledger(), 'late-01')).toHaveLength(1);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'an instance whose owner tag somebody removes and puts back is ours again, and removed with the fleet',
  async () => {
    const fleet = await startFleet(stack, fleetRequest({ names: ['retag-01', 'retag-02'] }));
    await untilThere('retag-01');
    const owner = (await ownerOf('retag-01')) ?? '';
    await person.untag('retag-01', TAG_KEYS.ownerId);
    await person.tag('retag-01', { key: TAG_KEYS.ownerId, value: owner });
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect(await account.standing('retag-')).toEqual([]);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'an instance that somebody deletes by hand while the run waits fails the fleet, which says so, and the rest is removed',
  async () => {
    const fleet = await startFleet(stack, fleetRequest({ names: ['hand-01', 'hand-02'] }));
    await untilThere('hand-01', 'running');
    await person.remove('hand-01');
    expect(await fleet.outcome()).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/hand-01: it is gone.*Rolled back: nothing is left$/),
    });
    expect(await account.standing('hand-')).toEqual([]);
    const rows = await stack.control.ledger();
    expect(deletesOf(rows, 'hand-01')).toHaveLength(1);
    expect(timesMade(rows, 'hand-01')).toBe(1);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'an instance that somebody deletes by hand while the run waits leaves a disk behind that nothing proves any more: it is named, with what removes it',
  async () => {
    const request = fleetRequest({ names: ['handdisk-01', 'handdisk-02'], ...WITH_DISKS });
    const fleet = await startFleet(stack, request);
    await untilThere('handdisk-01', 'running');
    await person.remove('handdisk-01');
    expect(await fleet.outcome()).toMatchObject({
      type: 'RollbackIncomplete',
      message: expect.stringContaining('delete-disk --region us-east-1 --disk-name handdisk-01-data'),
      details: { survivors: [{ resourceType: 'Disk', name: 'handdisk-01-data' }] },
    });
    expect(await account.standing('handdisk')).toEqual(['handdisk-01-data']);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'a disk of the snapshot that nobody mapped is removed with the fleet',
  async () => {
    const request = fleetRequest({
      names: ['spare-01', 'spare-02'],
      instanceSnapshotName: 'golden-with-disk',
    });
    const fleet = await startFleet(stack, request);
    await untilThere('spare-01');
    expect(await account.standing('spare')).toContain('spare-01-disk-1');
    expect(await fleet.outcome()).toMatchObject({ type: 'OperationFailed' });
    expect(await account.standing('spare')).toEqual([]);
  },
  LIMIT_MILLIS,
);

it.concurrent(
  'a disk that somebody makes again under the name of a deleted one is not deleted',
  async () => {
    const request = fleetRequest({ names: ['redisk-01'], ...WITH_DISKS });
    const fleet = await startFleet(stack, request);
    const name = 'redisk-01-data';
    // The delete is carried out at once and answered late: meanwhile the name is free.
    await untilRow(
      stack.control,
      `${name} is gone`,
      (row) => row.kind === 'change' && row.resourceName === name && row.to === null,
    );
    const mapping = { 'theirs-01': [{ originalDiskPath: '/dev/xvdf', newDiskName: name }] };
    await person.create('theirs-01', {
      instanceSnapshotName: 'golden-with-disk',
      attachedDiskMapping: mapping,
    });
    await untilThere('theirs-01', 'running');
    await person.remove('theirs-01');
    expect(await fleet.outcome()).toMatchObject({ type: 'OperationFailed' });
    expect(await account.standing('redisk')).toEqual([name]);
    expect(deletesOf(await stack.control.ledger(), name)).toHaveLength(1);
  },
  LIMIT_MILLIS,
);

it('nothing else stands in the account when all of them have ended', async () => {
  const left = ['taken-02', 'batch-06', 'run-01', 'run-02', 'untag-01', 'untagdisk-01', 'untagdisk-01-data'];
  const more = ['late-01', 'handdisk-01-data', 'redisk-01-data', ...(await account.standing('twin'))];
  expect(await account.billedNames()).toEqual([...left, ...more].sort());
});
