import {
  CreateInstancesFromSnapshotCommand,
  DeleteDiskCommand,
  DeleteInstanceCommand,
  GetDiskCommand,
  GetInstanceCommand,
  GetInstanceStateCommand,
  GetOperationCommand,
} from '@aws-sdk/client-lightsail';
import { createRequest } from './support/create-request';
import { SimulatorUnderTest } from './support/simulator-under-test';

describe('the clone path', () => {
  let simulator: SimulatorUnderTest;
  beforeEach(async () => {
    simulator = await SimulatorUnderTest.start();
  });
  afterEach(() => simulator.close());

  it('makes instances that are pending, then running, then have an address', async () => {
    const client = simulator.client();
    const { operations } = await client.send(
      new CreateInstancesFromSnapshotCommand(createRequest({ instanceNames: ['web-1', 'web-2'] })),
    );
    expect(operations).toMatchObject([
      {
        resourceName: 'web-1',
        status: 'Started',
        isTerminal: false,
        operationType: 'CreateInstancesFromSnapshot',
      },
      { resourceName: 'web-2', resourceType: 'Instance', location: { availabilityZone: 'us-east-1a' } },
    ]);
    const pending = await client.send(new GetInstanceCommand({ instanceName: 'web-1' }));
    expect(pending.instance).toMatchObject({ state: { code: 0, name: 'pending' } });
    expect(pending.instance?.publicIpAddress).toBeUndefined();
    await simulator.advance(27);
    const { operation } = await client.send(new GetOperationCommand({ operationId: operations?.[0]?.id }));
    expect(operation).toMatchObject({ status: 'Succeeded', isTerminal: true });
    expect(operation?.statusChangedAt?.getTime()).toBeGreaterThan(
      operation?.createdAt?.getTime() ?? Infinity,
    );
    const running = await client.send(new GetInstanceCommand({ instanceName: 'web-1' }));
    expect(running.instance).toMatchObject({
      state: { code: 16, name: 'running' },
      publicIpAddress: expect.stringMatching(/^198\.1[89]\./),
      bundleId: 'nano_3_0',
      hardware: { cpuCount: 2 },
    });
  });

  it('deletes an instance, and leaves its disk behind until that is deleted too', async () => {
    const client = simulator.client();
    await client.send(
      new CreateInstancesFromSnapshotCommand(
        createRequest({
          instanceSnapshotName: 'golden-with-disk',
          attachedDiskMapping: { 'web-1': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'web-1-data' }] },
        }),
      ),
    );
    await simulator.advance(27);
    const attached = await client.send(new GetDiskCommand({ diskName: 'web-1-data' }));
    expect(attached.disk).toMatchObject({
      state: 'in-use',
      attachedTo: 'web-1',
      isAttached: true,
      sizeInGb: 32,
    });
    const { operations } = await client.send(
      new DeleteInstanceCommand({ instanceName: 'web-1', forceDeleteAddOns: true }),
    );
    expect(operations?.map(({ operationType, resourceType }) => [operationType, resourceType])).toEqual([
      ['DetachDisk', 'Disk'],
      ['DetachDisk', 'Instance'],
      ['DeleteInstance', 'Instance'],
    ]);
    const { state } = await client.send(new GetInstanceStateCommand({ instanceName: 'web-1' }));
    expect(state).toEqual({ code: 32, name: 'shutting-down' });
    await simulator.advance(7);
    await expect(client.send(new GetInstanceCommand({ instanceName: 'web-1' }))).rejects.toMatchObject({
      name: 'NotFoundException',
      code: 'DoesNotExist',
      message: 'The Instance does not exist: web-1',
      $metadata: { httpStatusCode: 400 },
    });
    const left = await client.send(new GetDiskCommand({ diskName: 'web-1-data' }));
    expect(left.disk).toMatchObject({ state: 'available', isAttached: false });
    await client.send(new DeleteDiskCommand({ diskName: 'web-1-data' }));
    await simulator.advance(7);
    await expect(client.send(new GetDiskCommand({ diskName: 'web-1-data' }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });

  it('tells in the ledger of every call and every change, in the order of their times', async () => {
    const client = simulator.client('eu-west-1');
    await client.send(
      new CreateInstancesFromSnapshotCommand(createRequest({ availabilityZone: 'eu-west-1b' })),
    );
    await simulator.advance(27);
    const rows = await simulator.ledger();
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => (rows[0]?.seq ?? 0) + index));
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort());
    const call = rows.find(({ kind }) => kind === 'call');
    expect(call).toEqual({
      seq: expect.any(Number),
      at: expect.any(String),
      kind: 'call',
      action: 'CreateInstancesFromSnapshot',
      region: 'eu-west-1',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      request: { ...createRequest({ availabilityZone: 'eu-west-1b' }) },
      status: 200,
      errorType: null,
      effect: null,
    });
    const changes = rows.filter(({ resourceName }) => resourceName === 'web-1');
    expect(changes.map(({ from, to, cause }) => [from, to, cause])).toEqual([
      [null, 'pending', call?.seq],
      ['pending', 'running', 'clock'],
      ['running', 'running', 'clock'],
    ]);
    expect(changes.at(-1)?.detail).toMatchObject({ publicIpAddress: expect.any(String) });
  });
});
