import {
  CreateInstancesFromSnapshotCommand,
  GetAutoSnapshotsCommand,
  GetLoadBalancersCommand,
  TagResourceCommand,
} from '@aws-sdk/client-lightsail';
import { createRequest } from '../support/create-request';
import { SimulatorUnderTest } from '../support/simulator-under-test';

const REGION = 'us-east-1';

let simulator: SimulatorUnderTest;

beforeAll(async () => {
  simulator = await SimulatorUnderTest.start();
});

afterAll(async () => simulator.close());

beforeEach(async () => {
  const names = ['web-1', 'web-2', 'web-3'];
  const loadBalancers = names.map((name) => ({ region: REGION, name }));
  expect((await simulator.control('PUT', 'world', { loadBalancers })).status).toBe(200);
});

describe('the load balancers of the world', () => {
  it('are listed page by page, in their Region only', async () => {
    await simulator.settings({ listingPageSize: 2 });
    const client = simulator.client(REGION);
    const first = await client.send(new GetLoadBalancersCommand({}));
    const pageToken = first.nextPageToken;
    const second = await client.send(new GetLoadBalancersCommand({ pageToken }));
    expect(first.loadBalancers).toMatchObject([
      { name: 'web-1', resourceType: 'LoadBalancer', state: 'active', location: { regionName: REGION } },
      { name: 'web-2' },
    ]);
    expect(second).toMatchObject({ loadBalancers: [{ name: 'web-3' }] });
    expect(second.nextPageToken).toBeUndefined();
    const elsewhere = simulator.client('eu-west-1');
    expect((await elsewhere.send(new GetLoadBalancersCommand({}))).loadBalancers).toEqual([]);
  });

  it('take their names from instances', async () => {
    const create = simulator.client().send(new CreateInstancesFromSnapshotCommand(createRequest()));
    await expect(create).rejects.toMatchObject({ name: 'InvalidInputException', code: 'NameExists' });
  });

  it('can be tagged, and have no automatic snapshots', async () => {
    const client = simulator.client();
    const tags = [{ key: 'team', value: 'ours' }];
    await client.send(new TagResourceCommand({ resourceName: 'web-1', tags }));
    const { loadBalancers } = await client.send(new GetLoadBalancersCommand({}));
    expect(loadBalancers?.[0]?.tags).toEqual(tags);
    const auto = client.send(new GetAutoSnapshotsCommand({ resourceName: 'web-1' }));
    await expect(auto).rejects.toMatchObject({ name: 'InvalidInputException' });
  });

  it('are refused where two have one name', async () => {
    const twice = { region: REGION, name: 'twice' };
    const answer = await simulator.control('PUT', 'world', { loadBalancers: [twice, twice] });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        problems: [{ path: 'loadBalancers[1]', message: 'expected a name that is free, got "twice"' }],
      },
    });
  });
});
