import {
  AttachDiskCommand,
  CreateInstancesFromSnapshotCommand,
  DeleteInstanceCommand,
  DetachDiskCommand,
  GetDiskCommand,
  GetInstanceCommand,
} from '@aws-sdk/client-lightsail';
import { createRequest } from '../support/create-request';
import { SimulatorUnderTest } from '../support/simulator-under-test';

const REGION = 'us-east-1';
const WORLD = {
  instances: [
    {
      ...{ region: REGION, name: 'stopped', state: 'stopped', availabilityZone: 'us-east-1a' },
      disks: [
        { name: 'data-1', path: '/dev/xvdf', sizeInGb: 8 },
        { name: 'data-2', path: '/dev/xvdg', sizeInGb: 8 },
      ],
    },
    { region: REGION, name: 'other', availabilityZone: 'us-east-1a' },
    { region: REGION, name: 'elsewhere', availabilityZone: 'us-east-1b' },
  ],
};

describe('attaching a disk', () => {
  let simulator: SimulatorUnderTest;
  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start();
  });
  beforeEach(async () => {
    await simulator.control('POST', 'reset');
    await simulator.control('PUT', 'world', WORLD);
    await simulator.client().send(new DetachDiskCommand({ diskName: 'data-1' }));
    await simulator.advance(10);
  });
  afterAll(() => simulator.close());

  const attach = (instanceName: string, diskPath = '/dev/xvdf', diskName = 'data-1') =>
    simulator.client().send(new AttachDiskCommand({ diskName, instanceName, diskPath }));
  const disk = async () => (await simulator.client().send(new GetDiskCommand({ diskName: 'data-1' }))).disk;

  it.each(['other', 'stopped'])('to an instance that is running or stopped: %s', async (instanceName) => {
    const { operations } = await attach(instanceName);
    expect(operations?.map(({ operationType, resourceName }) => [operationType, resourceName])).toEqual([
      ['AttachDisk', 'data-1'],
      ['AttachDisk', instanceName],
    ]);
    await simulator.advance(10);
    const attached = { state: 'in-use', isAttached: true, attachedTo: instanceName, path: '/dev/xvdf' };
    expect(await disk()).toMatchObject(attached);
    const { instance } = await simulator.client().send(new GetInstanceCommand({ instanceName }));
    expect(instance?.hardware?.disks?.map(({ name }) => name)).toContain('data-1');
  });

  it('is told by the ledger, and ends when its instance is deleted, which the disk survives', async () => {
    await attach('other');
    await simulator.client().send(new DeleteInstanceCommand({ instanceName: 'other' }));
    await simulator.advance(60);
    expect(await disk()).toMatchObject({ state: 'available', isAttached: false });
    const rows = (await simulator.ledger()).filter(({ resourceName }) => resourceName === 'data-1');
    expect(rows.map(({ to }) => to).slice(-2)).toEqual(['in-use', 'available']);
  });

  it('that fails leaves it as it was', async () => {
    await simulator.control('PUT', 'faults', {
      rules: [{ effect: 'operation-fails', action: 'AttachDisk' }],
    });
    await attach('other');
    await simulator.advance(60);
    expect(await disk()).toMatchObject({ state: 'available', isAttached: false });
  });

  it.each([
    ['that is attached', () => attach('other', '/dev/xvdf', 'data-2'), 'OperationFailureException'],
    ['to an instance of another zone', () => attach('elsewhere'), 'InvalidInputException'],
    ['at a path that is in use', () => attach('stopped', '/dev/xvdg'), 'InvalidInputException'],
    ['to an instance that is not there', () => attach('not-there'), 'NotFoundException'],
    ['that is not there', () => attach('other', '/dev/xvdf', 'not-there'), 'NotFoundException'],
  ])('is refused of one %s', async (_name, send, error) => {
    await expect(send()).rejects.toMatchObject({ name: error });
  });

  it('is refused while the instance is being made', async () => {
    await simulator.client().send(new CreateInstancesFromSnapshotCommand(createRequest()));
    await expect(attach('web-1')).rejects.toMatchObject({ name: 'OperationFailureException' });
  });
});
