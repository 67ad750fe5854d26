import type { Instance, Operation } from '@aws-sdk/client-lightsail';
import {
  CreateInstancesFromSnapshotCommand,
  DeleteInstanceCommand,
  GetInstanceCommand,
  GetInstancesCommand,
  GetOperationsForResourceCommand,
} from '@aws-sdk/client-lightsail';
import { createRequest } from '../support/create-request';
import { SimulatorUnderTest } from '../support/simulator-under-test';

const NAMES = ['web-1', 'web-2', 'web-3'];
const LONGER_THAN_ANY_OPERATION_SECONDS = 30;

describe('faults that decide the fate of an operation', () => {
  let simulator: SimulatorUnderTest;
  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start();
  });
  beforeEach(() => simulator.control('POST', 'reset'));
  afterAll(() => simulator.close());

  const createAll = async (): Promise<Operation[]> => {
    const command = new CreateInstancesFromSnapshotCommand(createRequest({ instanceNames: NAMES }));
    return (await simulator.client().send(command)).operations ?? [];
  };
  const operationOf = async (resourceName: string): Promise<Operation | undefined> =>
    (await simulator.client().send(new GetOperationsForResourceCommand({ resourceName }))).operations?.at(-1);
  const instanceOf = async (instanceName: string): Promise<Instance | undefined> =>
    (await simulator.client().send(new GetInstanceCommand({ instanceName }))).instance;
  const remove = async (instanceName: string): Promise<unknown> =>
    simulator.client().send(new DeleteInstanceCommand({ instanceName, forceDeleteAddOns: true }));

  it('operation-fails ends one operation of the batch, and leaves an instance that can be deleted', async () => {
    await simulator.faults([
      { name: 'web-2', effect: 'operation-fails', errorCode: 'Boom', errorDetails: 'it broke' },
    ]);
    await createAll();
    await simulator.advance(LONGER_THAN_ANY_OPERATION_SECONDS);
    expect(await operationOf('web-1')).toMatchObject({ status: 'Succeeded' });
    expect(await operationOf('web-2')).toMatchObject({
      status: 'Failed',
      isTerminal: true,
      errorCode: 'Boom',
      errorDetails: 'it broke',
    });
    expect(await instanceOf('web-2')).toMatchObject({ state: { name: 'pending' } });
    await remove('web-2');
    await simulator.advance(LONGER_THAN_ANY_OPERATION_SECONDS);
    await expect(instanceOf('web-2')).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('operation-fails leaves nothing where the setting says so', async () => {
    await simulator.settings({ failedInstanceRemains: false });
    await simulator.faults([{ effect: 'operation-fails' }]);
    await createAll();
    await simulator.advance(LONGER_THAN_ANY_OPERATION_SECONDS);
    await expect(instanceOf('web-1')).rejects.toMatchObject({ name: 'NotFoundException' });
    expect(await instanceOf('web-2')).toMatchObject({ state: { name: 'running' } });
  });

  it('a deletion that fails leaves the instance running, and a second one removes it', async () => {
    await simulator.faults([{ action: 'DeleteInstance', effect: 'operation-fails' }]);
    await remove('somebody-elses');
    await simulator.advance(LONGER_THAN_ANY_OPERATION_SECONDS);
    expect(await operationOf('somebody-elses')).toMatchObject({
      operationType: 'DeleteInstance',
      status: 'Failed',
    });
    expect(await instanceOf('somebody-elses')).toMatchObject({ state: { name: 'running' } });
    await remove('somebody-elses');
    await simulator.advance(LONGER_THAN_ANY_OPERATION_SECONDS);
    await expect(instanceOf('somebody-elses')).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('operation-stuck never ends, and its instance can be deleted', async () => {
    await simulator.faults([{ name: 'web-3', effect: 'operation-stuck' }]);
    await createAll();
    await simulator.advance(86_400);
    expect(await operationOf('web-3')).toMatchObject({ status: 'Started', isTerminal: false });
    expect(await instanceOf('web-3')).toMatchObject({ state: { name: 'pending' } });
    await remove('web-3');
  });

  it('operation-stuck with seconds ends after them', async () => {
    await simulator.faults([{ name: 'web-3', effect: 'operation-stuck', seconds: 500 }]);
    await createAll();
    await simulator.advance(499);
    expect(await operationOf('web-3')).toMatchObject({ status: 'Started' });
    await simulator.advance(2);
    expect(await operationOf('web-3')).toMatchObject({ status: 'Succeeded' });
  });

  it('no-address gives a running instance no address, or a late one', async () => {
    await simulator.faults([
      { name: 'web-1', effect: 'no-address' },
      { name: 'web-2', effect: 'no-address', seconds: 300 },
    ]);
    await createAll();
    await simulator.advance(LONGER_THAN_ANY_OPERATION_SECONDS);
    for (const name of ['web-1', 'web-2']) {
      const instance = await instanceOf(name);
      expect(instance).toMatchObject({ state: { name: 'running' } });
      expect(instance?.publicIpAddress).toBeUndefined();
    }
    await simulator.advance(300);
    expect((await instanceOf('web-1'))?.publicIpAddress).toBeUndefined();
    expect((await instanceOf('web-2'))?.publicIpAddress).toMatch(/^198\./);
  });

  it('capacity fails the operations of one zone, or the whole call where the setting says so', async () => {
    const rule = { zone: 'us-east-1a', times: 100, effect: 'capacity' };
    await simulator.faults([rule]);
    await createAll();
    await simulator.advance(LONGER_THAN_ANY_OPERATION_SECONDS);
    expect(await operationOf('web-1')).toMatchObject({
      status: 'Failed',
      errorCode: 'InsufficientInstanceCapacity',
    });
    await simulator.control('POST', 'reset');
    await simulator.settings({ capacityFails: 'call' });
    await simulator.faults([rule]);
    await expect(createAll()).rejects.toThrow(/InsufficientInstanceCapacity/);
    const elsewhere = createRequest({ availabilityZone: 'us-east-1b' });
    await simulator.client().send(new CreateInstancesFromSnapshotCommand(elsewhere));
  });

  it('late-appearance loses the answer, reserves the names, and shows the instances later', async () => {
    await simulator.faults([{ effect: 'late-appearance', seconds: 90 }]);
    await expect(createAll()).rejects.toThrow(/ECONNRESET/);
    const seen = async (): Promise<number> =>
      ((await simulator.client().send(new GetInstancesCommand({}))).instances ?? []).length;
    expect(await seen()).toBe(1);
    await expect(createAll()).rejects.toMatchObject({ code: 'NameExists' });
    await simulator.advance(89);
    expect(await seen()).toBe(1);
    await expect(operationOf('web-1')).rejects.toMatchObject({ name: 'NotFoundException' });
    await simulator.advance(2);
    expect(await seen()).toBe(4);
    expect(await instanceOf('web-1')).toMatchObject({ state: { name: 'running' } });
    expect(await operationOf('web-1')).toMatchObject({ status: 'Succeeded' });
  });

  it('late-appearance of one instance with its answer given shows the others at once', async () => {
    await simulator.faults([{ name: 'web-2', effect: 'late-appearance', seconds: 90, answer: 'given' }]);
    expect(await createAll()).toHaveLength(3);
    expect(await instanceOf('web-1')).toMatchObject({ state: { name: 'pending' } });
    await expect(instanceOf('web-2')).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it.each<[answer: 'given' | 'lost' | 'refused', says: RegExp | undefined]>([
    ['given', undefined],
    ['lost', /ECONNRESET/],
    ['refused', /Some instances could not be created/],
  ])('not-made makes the others, and the answer is %s', async (answer, says) => {
    await simulator.faults([{ name: 'web-2', effect: 'not-made', answer }]);
    const answered = createAll();
    if (says === undefined)
      expect((await answered).map(({ resourceName }) => resourceName)).toEqual(['web-1', 'web-3']);
    else await expect(answered).rejects.toThrow(says);
    await simulator.advance(LONGER_THAN_ANY_OPERATION_SECONDS);
    await expect(instanceOf('web-2')).rejects.toMatchObject({ name: 'NotFoundException' });
    for (const name of ['web-1', 'web-3'])
      expect(await instanceOf(name)).toMatchObject({ state: { name: 'running' } });
    const rest = createRequest({ instanceNames: ['web-2'] });
    await simulator.client().send(new CreateInstancesFromSnapshotCommand(rest));
  });

  it('without a name a rule takes as many instances as times says, in the order of the request', async () => {
    await simulator.faults([{ action: 'CreateInstancesFromSnapshot', times: 2, effect: 'operation-fails' }]);
    await createAll();
    await simulator.advance(LONGER_THAN_ANY_OPERATION_SECONDS);
    const statuses = await Promise.all(NAMES.map(async (name) => (await operationOf(name))?.status));
    expect(statuses).toEqual(['Failed', 'Failed', 'Succeeded']);
  });

  it('a create that is refused uses up no fate', async () => {
    await simulator.faults([{ effect: 'operation-fails' }]);
    const bad = createRequest({ bundleId: 'nano_9_9' });
    await expect(simulator.client().send(new CreateInstancesFromSnapshotCommand(bad))).rejects.toThrow();
    await createAll();
    await simulator.advance(LONGER_THAN_ANY_OPERATION_SECONDS);
    expect(await operationOf('web-1')).toMatchObject({ status: 'Failed' });
  });
});
