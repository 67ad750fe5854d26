import {
  CreateInstanceSnapshotCommand,
  CreateInstancesFromSnapshotCommand,
  GetAutoSnapshotsCommand,
  GetBundlesCommand,
  GetInstancePortStatesCommand,
  GetInstanceSnapshotCommand,
  GetInstanceSnapshotsCommand,
  GetInstancesCommand,
  GetKeyPairCommand,
  GetKeyPairsCommand,
  GetLoadBalancersCommand,
  GetOperationCommand,
  GetOperationsCommand,
  GetRegionsCommand,
  GetStaticIpsCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-lightsail';
import { createRequest } from '../support/create-request';
import { SimulatorUnderTest } from '../support/simulator-under-test';

describe('the other operations', () => {
  let simulator: SimulatorUnderTest;
  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start();
  });
  beforeEach(() => simulator.control('POST', 'reset'));
  afterAll(() => simulator.close());

  const many = async (count: number): Promise<void> => {
    const instanceNames = Array.from({ length: count }, (_, index) => `web-${index}`);
    await simulator.client().send(new CreateInstancesFromSnapshotCommand(createRequest({ instanceNames })));
  };

  it('GetInstances gives every instance once, page by page', async () => {
    await simulator.settings({ listingPageSize: 4 });
    await many(10);
    const client = simulator.client();
    const names: string[] = [];
    let pageToken: string | undefined;
    let pages = 0;
    do {
      const page = await client.send(new GetInstancesCommand({ pageToken }));
      names.push(...(page.instances ?? []).map(({ name }) => name ?? ''));
      pageToken = page.nextPageToken;
      pages++;
    } while (pageToken !== undefined);
    expect(pages).toBe(3);
    expect(names).toEqual(['somebody-elses', ...Array.from({ length: 10 }, (_, index) => `web-${index}`)]);
  });

  it('GetOperations gives the oldest first, 200 a page', async () => {
    await simulator.settings({ maxInstanceNamesPerCall: 250 });
    await many(250);
    const client = simulator.client();
    const first = await client.send(new GetOperationsCommand({}));
    const second = await client.send(new GetOperationsCommand({ pageToken: first.nextPageToken }));
    expect(first.operations).toHaveLength(200);
    expect(first.operations?.[0]?.resourceName).toBe('web-0');
    expect(second.operations?.at(-1)?.resourceName).toBe('web-249');
    expect(second.nextPageToken).toBeUndefined();
  });

  it('GetOperations shows new operations late where the setting says so, and GetOperation at once', async () => {
    await simulator.settings({ operationsListingLagSeconds: 10 });
    const { operations } = await simulator
      .client()
      .send(new CreateInstancesFromSnapshotCommand(createRequest()));
    const client = simulator.client();
    expect((await client.send(new GetOperationsCommand({}))).operations).toEqual([]);
    await client.send(new GetOperationCommand({ operationId: operations?.[0]?.id }));
    await simulator.advance(10);
    expect((await client.send(new GetOperationsCommand({}))).operations).toHaveLength(1);
  });

  it('a page token that was never given, or for another listing, is refused', async () => {
    const client = simulator.client();
    const refusal = { name: 'InvalidInputException' };
    await expect(client.send(new GetInstancesCommand({ pageToken: 'made-up' }))).rejects.toMatchObject(
      refusal,
    );
    const ofDisks = Buffer.from('Disk:1').toString('base64url');
    await expect(client.send(new GetOperationsCommand({ pageToken: ofDisks }))).rejects.toMatchObject(
      refusal,
    );
  });

  it('GetRegions gives zones only when asked', async () => {
    const client = simulator.client();
    const without = await client.send(new GetRegionsCommand({}));
    const including = await client.send(new GetRegionsCommand({ includeAvailabilityZones: true }));
    expect(without.regions?.find(({ name }) => name === 'eu-west-1')?.availabilityZones).toEqual([]);
    expect(including.regions?.find(({ name }) => name === 'eu-west-1')?.availabilityZones).toEqual(
      ['a', 'b', 'c'].map((letter) => ({ zoneName: `eu-west-1${letter}`, state: 'available' })),
    );
  });

  it('GetBundles gives inactive bundles only when asked, under the ids of the Region', async () => {
    const active = await simulator.client().send(new GetBundlesCommand({}));
    const all = await simulator
      .client('ap-southeast-2')
      .send(new GetBundlesCommand({ includeInactive: true }));
    expect(active.bundles?.find(({ bundleId }) => bundleId === 'nano_3_0')).toMatchObject({
      price: 5,
      diskSizeInGb: 20,
    });
    expect(active.bundles?.every(({ isActive }) => isActive)).toBe(true);
    expect(all.bundles?.some(({ bundleId }) => bundleId === 'nano_3_2')).toBe(true);
    expect(all.bundles?.some(({ isActive }) => !isActive)).toBe(true);
  });

  it('the default world has what it should, in its two Regions only', async () => {
    for (const region of ['us-east-1', 'eu-west-1']) {
      const client = simulator.client(region);
      const { instanceSnapshots } = await client.send(new GetInstanceSnapshotsCommand({}));
      expect(instanceSnapshots).toMatchObject([
        { name: 'golden', state: 'available', sizeInGb: 20, fromAttachedDisks: [] },
        { name: 'golden-with-disk', fromAttachedDisks: [{ path: '/dev/xvdf', sizeInGb: 32 }] },
      ]);
      expect((await client.send(new GetKeyPairsCommand({}))).keyPairs).toMatchObject([{ name: 'ops' }]);
      expect((await client.send(new GetKeyPairCommand({ keyPairName: 'ops' }))).keyPair?.name).toBe('ops');
      expect((await client.send(new GetInstancesCommand({}))).instances).toMatchObject([
        { name: 'somebody-elses', state: { name: 'running' } },
      ]);
    }
    const client = simulator.client('eu-north-1');
    expect((await client.send(new GetInstancesCommand({}))).instances).toEqual([]);
    expect((await client.send(new GetLoadBalancersCommand({}))).loadBalancers).toEqual([]);
    expect((await client.send(new GetStaticIpsCommand({}))).staticIps).toEqual([]);
  });

  it('tags are added, replaced and removed, each with an operation that is done', async () => {
    const client = simulator.client();
    const tags = [{ key: 'team', value: 'ours' }, { key: 'new' }];
    const { operations } = await client.send(
      new TagResourceCommand({ resourceName: 'somebody-elses', tags }),
    );
    expect(operations).toMatchObject([
      { operationType: 'TagResource', status: 'Succeeded', isTerminal: true },
    ]);
    await client.send(
      new UntagResourceCommand({ resourceName: 'somebody-elses', tagKeys: ['new', 'never'] }),
    );
    const { instances } = await client.send(new GetInstancesCommand({}));
    expect(instances?.[0]?.tags).toEqual([{ key: 'team', value: 'ours' }]);
  });

  it('a snapshot of an instance becomes available', async () => {
    const client = simulator.client();
    const names = { instanceName: 'somebody-elses', instanceSnapshotName: 'fresh' };
    await client.send(new CreateInstanceSnapshotCommand(names));
    const early = await client.send(new GetInstanceSnapshotCommand(names));
    expect(early.instanceSnapshot).toMatchObject({ state: 'pending' });
    await simulator.advance(30);
    const late = await client.send(new GetInstanceSnapshotCommand(names));
    expect(late.instanceSnapshot).toMatchObject({ state: 'available', fromInstanceName: 'somebody-elses' });
  });

  it('an instance has the default firewall, and no automatic snapshots', async () => {
    const client = simulator.client();
    const ports = await client.send(new GetInstancePortStatesCommand({ instanceName: 'somebody-elses' }));
    expect(ports.portStates?.map(({ fromPort }) => fromPort)).toEqual([22, 80]);
    const auto = await client.send(new GetAutoSnapshotsCommand({ resourceName: 'somebody-elses' }));
    expect(auto).toMatchObject({ resourceType: 'Instance', autoSnapshots: [] });
  });

  it('calls beyond the setting callsPerSecond are throttled until time has passed', async () => {
    await simulator.settings({ callsPerSecond: 1, callsBurst: 2 });
    const client = simulator.client();
    const read = new GetInstancesCommand({});
    await client.send(read);
    await client.send(read);
    await expect(client.send(read)).rejects.toMatchObject({ name: 'ThrottlingException' });
    await simulator.advance(1);
    await client.send(read);
  });
});
