import type { CreateInstancesFromSnapshotCommandInput } from '@aws-sdk/client-lightsail';
import {
  CreateInstancesFromSnapshotCommand,
  GetDisksCommand,
  GetInstanceCommand,
} from '@aws-sdk/client-lightsail';
import { createRequest } from '../support/create-request';
import { SimulatorUnderTest } from '../support/simulator-under-test';

describe('a create that AWS would refuse', () => {
  let simulator: SimulatorUnderTest;
  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start();
  });
  beforeEach(() => simulator.control('POST', 'reset'));
  afterAll(() => simulator.close());

  const create = (
    change: Partial<CreateInstancesFromSnapshotCommandInput>,
    region?: string,
  ): Promise<unknown> =>
    simulator.client(region).send(new CreateInstancesFromSnapshotCommand(createRequest(change)));
  const disk = (name: string, path = '/dev/xvdf'): { originalDiskPath: string; newDiskName: string }[] => [
    { originalDiskPath: path, newDiskName: name },
  ];

  it.each<[string, Partial<CreateInstancesFromSnapshotCommandInput>, string, string]>([
    [
      'a name of one character',
      { instanceNames: ['x'] },
      'InvalidInputException',
      'x is not a valid resource name. Resource names must be at least 2 characters long and contain only alphanumerics, -, _, and .',
    ],
    [
      'a name that is taken',
      { instanceNames: ['web-1', 'somebody-elses'] },
      'InvalidInputException',
      'Some names are already in use: somebody-elses',
    ],
    [
      'the name of a key pair',
      { instanceNames: ['ops'] },
      'InvalidInputException',
      'Some names are already in use: ops',
    ],
    [
      'the same name twice',
      { instanceNames: ['web-1', 'web-1'] },
      'InvalidInputException',
      'given more than once',
    ],
    ['no names', { instanceNames: [] }, 'InvalidInputException', 'At least one instance name'],
    [
      'a zone elsewhere',
      { availabilityZone: 'eu-west-1a' },
      'InvalidInputException',
      'The given Availability Zone is invalid. It must be one of the following: us-east-1a,us-east-1b,us-east-1c,us-east-1d,us-east-1e,us-east-1f.',
    ],
    [
      'a bundle that is not there',
      { bundleId: 'nano_9_0' },
      'InvalidInputException',
      'The specified bundle does not exist in this region: nano_9_0',
    ],
    [
      'a bundle of another Region',
      { bundleId: 'nano_3_2' },
      'InvalidInputException',
      'does not exist in this region',
    ],
    ['an inactive bundle', { bundleId: 'nano_1_0' }, 'InvalidInputException', 'not active'],
    ['a bundle of another platform', { bundleId: 'small_win_3_0' }, 'InvalidInputException', 'platform'],
    [
      'an IPv6 bundle without IPv6',
      { bundleId: 'nano_ipv6_3_0' },
      'InvalidInputException',
      'IP address type',
    ],
    [
      'a snapshot that is not there',
      { instanceSnapshotName: 'silver' },
      'NotFoundException',
      'The InstanceSnapshot does not exist: silver',
    ],
    [
      'no source',
      { instanceSnapshotName: undefined },
      'InvalidInputException',
      'Either instanceSnapshotName or sourceInstanceName',
    ],
    [
      'two sources',
      { sourceInstanceName: 'somebody-elses', useLatestRestorableAutoSnapshot: true },
      'InvalidInputException',
      'cannot be given together',
    ],
    [
      'an automatic snapshot of no date',
      { instanceSnapshotName: undefined, sourceInstanceName: 'somebody-elses' },
      'InvalidInputException',
      'Exactly one of',
    ],
    [
      'an automatic snapshot that is not there',
      { instanceSnapshotName: undefined, sourceInstanceName: 'somebody-elses', restoreDate: '2026-01-01' },
      'NotFoundException',
      'no automatic snapshot of 2026-01-01',
    ],
    [
      'a key pair that is not there',
      { keyPairName: 'nobody' },
      'NotFoundException',
      'The KeyPair does not exist: nobody',
    ],
    ['a reserved tag', { tags: [{ key: 'aws:x', value: 'y' }] }, 'InvalidInputException', 'reserved'],
    [
      'too many tags',
      { tags: Array.from({ length: 51 }, (_, index) => ({ key: `k${index}` })) },
      'InvalidInputException',
      'at most 50 tags',
    ],
    [
      'a long tag value',
      { tags: [{ key: 'k', value: 'v'.repeat(257) }] },
      'InvalidInputException',
      'at most 256',
    ],
    ['long user data', { userData: 'x'.repeat(16_385) }, 'InvalidInputException', 'at most 16384 bytes'],
    [
      'a mapping for nobody',
      { attachedDiskMapping: { 'web-9': disk('data-1') } },
      'InvalidInputException',
      'not one of the instance names',
    ],
    [
      'a disk the snapshot has not',
      {
        instanceSnapshotName: 'golden-with-disk',
        attachedDiskMapping: { 'web-1': disk('data-1', '/dev/xvdz') },
      },
      'InvalidInputException',
      'no disk with the path /dev/xvdz',
    ],
    [
      'a disk name that is taken',
      { instanceSnapshotName: 'golden-with-disk', attachedDiskMapping: { 'web-1': disk('golden') } },
      'InvalidInputException',
      'Some names are already in use: golden',
    ],
    [
      'two disks of one name',
      {
        instanceNames: ['web-1', 'web-2'],
        instanceSnapshotName: 'golden-with-disk',
        attachedDiskMapping: { 'web-1': disk('data-1'), 'web-2': disk('data-1') },
      },
      'InvalidInputException',
      'Some names are already in use: data-1',
    ],
    [
      'an add-on without its values',
      { addOns: [{ addOnType: 'StopInstanceOnIdle' }] },
      'InvalidInputException',
      'threshold and a duration',
    ],
  ])('%s', async (_title, change, name, message) => {
    await expect(create(change)).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
    const changes = (await simulator.ledger()).filter(({ kind }) => kind === 'change');
    expect(changes).toEqual([]);
  });

  it('meets the quota of instances, and that of vCPUs', async () => {
    await simulator.control('PUT', 'world', { quotas: { instances: 2 } });
    await expect(create({ instanceNames: ['web-1', 'web-2'] })).rejects.toThrow(
      /maximum number of instances/,
    );
    await create({});
    await simulator.control('PUT', 'world', { quotas: { vcpus: 5 } });
    await expect(create({ instanceNames: ['web-1', 'web-2'] })).rejects.toThrow(
      /maximum number of instances/,
    );
    await create({});
  });

  it('a smaller bundle than that of the snapshot', async () => {
    await simulator.control('PUT', 'world', {
      snapshots: [{ region: 'us-east-1', name: 'golden', sizeInGb: 40, fromBundleId: 'micro_3_0' }],
    });
    await expect(create({})).rejects.toThrow(/smaller/);
    await create({ bundleId: 'small_3_0' });
  });

  it('an automatic snapshot can be cloned, by date and the latest', async () => {
    await simulator.control('PUT', 'world', {
      instances: [
        {
          region: 'us-east-1',
          name: 'source',
          autoSnapshots: [
            { date: '2026-11-20' },
            { date: '2026-11-21', disks: [{ path: '/dev/xvdf', sizeInGb: 8 }] },
          ],
        },
      ],
    });
    const base = { instanceSnapshotName: undefined, sourceInstanceName: 'source' };
    await create({ ...base, restoreDate: '2026-11-20' });
    await create({ ...base, instanceNames: ['web-2'], useLatestRestorableAutoSnapshot: true });
    const { disks } = await simulator.client().send(new GetDisksCommand({}));
    expect(disks?.map(({ name }) => name)).toEqual(['web-2-disk-1']);
  });

  it('every member of the request shows in what is made', async () => {
    await create({
      keyPairName: 'ops',
      tags: [{ key: 'a', value: 'b' }, { key: 'only-a-key' }],
      addOns: [{ addOnType: 'AutoSnapshot', autoSnapshotAddOnRequest: { snapshotTimeOfDay: '03:00' } }],
      ipAddressType: 'ipv4',
      userData: 'apt-get -y update',
      instanceSnapshotName: 'golden-with-disk',
      attachedDiskMapping: { 'web-1': disk('web-1-data') },
    });
    await simulator.advance(30);
    const { instance } = await simulator.client().send(new GetInstanceCommand({ instanceName: 'web-1' }));
    expect(instance).toMatchObject({
      sshKeyName: 'ops',
      tags: [{ key: 'a', value: 'b' }, { key: 'only-a-key' }],
      addOns: [{ name: 'AutoSnapshot', status: 'Enabled', snapshotTimeOfDay: '03:00' }],
      ipAddressType: 'ipv4',
      ipv6Addresses: [],
      hardware: { disks: [{ isSystemDisk: true }, { name: 'web-1-data', path: '/dev/xvdf', sizeInGb: 32 }] },
    });
  });

  it('an IPv6 instance gets no IPv4 address', async () => {
    await create({ bundleId: 'nano_ipv6_3_0', ipAddressType: 'ipv6' });
    await simulator.advance(30);
    const { instance } = await simulator.client().send(new GetInstanceCommand({ instanceName: 'web-1' }));
    expect(instance?.publicIpAddress).toBeUndefined();
    expect(instance?.ipv6Addresses).toHaveLength(1);
  });

  it('the same names are free in another Region', async () => {
    await create({});
    await create({ availabilityZone: 'eu-west-1a' }, 'eu-west-1');
  });
});
