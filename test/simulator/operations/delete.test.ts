import {
  CreateInstancesFromSnapshotCommand,
  DeleteDiskCommand,
  DeleteInstanceCommand,
  DetachDiskCommand,
  GetDiskCommand,
} from '@aws-sdk/client-lightsail';
import { createRequest } from '../support/create-request';
import { SimulatorUnderTest } from '../support/simulator-under-test';

describe('deletions that AWS refuses', () => {
  let simulator: SimulatorUnderTest;
  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start();
  });
  beforeEach(() => simulator.control('POST', 'reset'));
  afterAll(() => simulator.close());

  it('an instance that is still pending, unless the setting allows it', async () => {
    const client = simulator.client();
    await client.send(new CreateInstancesFromSnapshotCommand(createRequest()));
    const remove = new DeleteInstanceCommand({ instanceName: 'web-1' });
    await expect(client.send(remove)).rejects.toMatchObject({ name: 'OperationFailureException' });
    await simulator.settings({ deleteWhilePending: 'allow' });
    await client.send(remove);
    await expect(client.send(remove)).rejects.toMatchObject({ name: 'OperationFailureException' });
  });

  it('an instance that is deleted while pending never runs', async () => {
    const client = simulator.client();
    await simulator.settings({ deleteWhilePending: 'allow', deleteSeconds: 60 });
    await client.send(new CreateInstancesFromSnapshotCommand(createRequest()));
    await client.send(new DeleteInstanceCommand({ instanceName: 'web-1' }));
    await simulator.advance(100);
    const states = (await simulator.ledger()).filter(({ resourceName }) => resourceName === 'web-1');
    expect(states.map(({ to }) => to)).toEqual(['pending', 'shutting-down', null]);
  });

  it('an instance with add-ons, unless they are to go too', async () => {
    const client = simulator.client();
    const addOns = [{ addOnType: 'AutoSnapshot' as const }];
    await client.send(new CreateInstancesFromSnapshotCommand(createRequest({ addOns })));
    await simulator.advance(30);
    await expect(client.send(new DeleteInstanceCommand({ instanceName: 'web-1' }))).rejects.toThrow(
      /You cannot delete the Instance web-1 with addons\. Specify the forceDeleteAddons parameter/,
    );
    await client.send(new DeleteInstanceCommand({ instanceName: 'web-1', forceDeleteAddOns: true }));
  });

  it('a disk that is attached, until its instance is stopped and it is detached', async () => {
    await simulator.control('PUT', 'world', {
      instances: [
        {
          region: 'us-east-1',
          name: 'source',
          state: 'stopped',
          disks: [{ name: 'data-1', path: '/dev/xvdf', sizeInGb: 8 }],
        },
      ],
    });
    const client = simulator.client();
    const remove = new DeleteDiskCommand({ diskName: 'data-1' });
    await expect(client.send(remove)).rejects.toThrow(/in-use/);
    await client.send(new DetachDiskCommand({ diskName: 'data-1' }));
    await simulator.advance(10);
    const { disk } = await client.send(new GetDiskCommand({ diskName: 'data-1' }));
    expect(disk).toMatchObject({ state: 'available', isAttached: false });
    await client.send(remove);
    await expect(client.send(remove)).rejects.toThrow(/deleting/);
    await simulator.advance(10);
    await expect(client.send(remove)).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('a disk of a running instance cannot be detached', async () => {
    const client = simulator.client();
    const request = createRequest({ instanceSnapshotName: 'golden-with-disk' });
    await client.send(new CreateInstancesFromSnapshotCommand(request));
    await simulator.advance(30);
    await expect(client.send(new DetachDiskCommand({ diskName: 'web-1-disk-1' }))).rejects.toThrow(
      /must be stopped/,
    );
  });
});
