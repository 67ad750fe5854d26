import type { DeleteFleetResult } from '../../src/contract/delete-fleet-result';
import { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { deletesOf } from '../support/ledger-facts';
import { Person } from '../support/person';
import { startFleet } from '../support/run-fleet';
import { runRemoval } from '../support/run-removal';
import { Stack } from '../support/start-stack';
import { waitFor } from '../support/wait-for';

const LIMIT_MILLIS = 90_000;
const REGIONS = ['us-east-1'];
const PLACE = { region: 'us-east-1', availabilityZone: 'us-east-1a' };

/** Disks of a person, at an instance of theirs that is stopped, as only then they come off. */
const THEIRS = ['mine-1', 'mine-2'];
const WITH_DISKS = {
  instanceSnapshotName: 'golden-with-disk',
  attachedDiskMapping: { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] },
};

let stack: Stack;
let account: Account;
let person: Person;

beforeAll(async () => {
  stack = await Stack.start();
  account = new Account(stack);
  person = new Person(stack);
  const disks = THEIRS.map((name, index) => ({ name, path: `/dev/xvd${'fg'[index] ?? ''}`, sizeInGb: 8 }));
  await stack.control.putWorld({
    instances: [
      { ...PLACE, name: 'somebody-elses' },
      { ...PLACE, name: 'workbench', state: 'stopped', disks },
    ],
  });
  await stack.control.putFaults([{ name: 'undo-02', effect: 'operation-stuck', seconds: 100 }]);
  for (const name of THEIRS) await person.detach(name);
  for (const name of THEIRS) await untilFree(name);
  await stack.startWorker();
});

afterAll(async () => {
  person.close();
  account.close();
  await stack.stop();
});

const diskOf = async (name: string) => (await account.disks()).find((disk) => disk.name === name);

async function untilFree(name: string): Promise<void> {
  const condition = async () => (await diskOf(name))?.state === 'available';
  await waitFor({ what: `the disk ${name} is available`, condition });
}

async function untilGone(name: string): Promise<void> {
  const condition = async () => (await account.instances()).every((one) => one.name !== name);
  await waitFor({ what: `${name} is gone`, condition });
}

async function untilRunning(name: string): Promise<void> {
  const condition = async () =>
    (await account.instances()).some((one) => one.name === name && one.state?.name === 'running');
  await waitFor({ what: `${name} runs`, condition });
}

async function names(): Promise<string[]> {
  return (await account.billedNames()).filter((name) => name !== 'workbench');
}

async function remove(fleetId: string): Promise<DeleteFleetResult> {
  const request = { fleetId, regions: REGIONS };
  const { outcome } = await runRemoval<DeleteFleetResult>(stack, 'deleteFleet', request);
  if (outcome.status === 'failed') throw new Error(`${outcome.type}: ${outcome.message}`);
  return outcome.result;
}

it(
  'a disk that a person attaches to an instance of a fleet is theirs: undo leaves it alone, and it carries no tag of ours',
  async () => {
    const fleet = await startFleet(stack, fleetRequest({ names: ['undo-01', 'undo-02'], ...WITH_DISKS }));
    await untilRunning('undo-01');
    await person.attach('mine-1', 'undo-01');
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect(await names()).toEqual(['mine-1', 'mine-2']);
    expect(await diskOf('mine-1')).toMatchObject({ state: 'available', tags: [] });
    expect(deletesOf(await stack.control.ledger(), 'mine-1')).toEqual([]);
  },
  LIMIT_MILLIS,
);

it(
  'deleteFleet leaves a disk of theirs alone, too, and names it',
  async () => {
    const fleet = await startFleet(stack, fleetRequest({ names: ['back-01'], ...WITH_DISKS }));
    expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
    await person.attach('mine-2', 'back-01');
    const { removed, leftAlone } = await remove(fleet.id);
    expect(removed.map(({ name }) => name).sort()).toEqual(['back-01', 'back-01-data']);
    expect(leftAlone).toEqual([expect.objectContaining({ resourceType: 'Disk', name: 'mine-2' })]);
    expect(await names()).toEqual(['mine-1', 'mine-2']);
    expect(await diskOf('mine-2')).toMatchObject({ state: 'available', tags: [] });
  },
  LIMIT_MILLIS,
);

it(
  "a fleet's disk that a person has attached to an instance of theirs is left alone with that instance",
  async () => {
    const request = fleetRequest({ names: ['lost-01', 'lost-02'], ...WITH_DISKS });
    const fleet = await startFleet(stack, request);
    expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
    await person.remove('lost-01');
    await untilGone('lost-01');
    await untilFree('lost-01-data');
    await person.attach('lost-01-data', 'workbench');
    const { removed } = await remove(fleet.id);
    expect(removed.map(({ name }) => name).sort()).toEqual(['lost-02', 'lost-02-data']);
    expect(await diskOf('lost-01-data')).toMatchObject({ attachedTo: 'workbench', state: 'in-use' });
    expect(deletesOf(await stack.control.ledger(), 'lost-01-data')).toEqual([]);
  },
  LIMIT_MILLIS,
);
