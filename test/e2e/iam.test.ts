import {
  CreateInstancesFromSnapshotCommand,
  DeleteInstanceCommand,
  LightsailClient,
  TagResourceCommand,
} from '@aws-sdk/client-lightsail';
import { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { startFleet } from '../support/run-fleet';
import { OWNER_CREDENTIALS, Stack } from '../support/start-stack';

interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

let stack: Stack;
let account: Account;
const clients: LightsailClient[] = [];

function clientWith(credentials: Credentials): LightsailClient {
  const endpoint = stack.simulator.url;
  const client = new LightsailClient({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 });
  clients.push(client);
  return client;
}

/** Lightsail as the worker's own credential lets it be met, past all that the worker itself would check. */
function clientOfWorker(): LightsailClient {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = stack.env;
  return clientWith({ accessKeyId, secretAccessKey });
}

async function stopAll(): Promise<void> {
  for (const client of clients.splice(0)) client.destroy();
  account.close();
  await stack.stop();
}

const denied = { name: 'AccessDeniedException' };

describe('the policy of the worker', () => {
  beforeAll(async () => {
    stack = await Stack.start();
    account = new Account(stack);
  });
  afterAll(stopAll);

  it('refuses to delete an instance of somebody else, which stays', async () => {
    const command = new DeleteInstanceCommand({ instanceName: 'somebody-elses', forceDeleteAddOns: true });
    await expect(clientOfWorker().send(command)).rejects.toMatchObject({
      ...denied,
      message: expect.stringMatching(
        /not authorized to perform: lightsail:DeleteInstance on resource: arn:aws/,
      ),
    });
    const [foreign] = await account.instances();
    expect(foreign).toMatchObject({ name: 'somebody-elses', state: { name: 'running' } });
  });

  it('refuses a create without the owner tag, and a tag on what is there', async () => {
    const create = new CreateInstancesFromSnapshotCommand({
      instanceNames: ['web-01'],
      instanceSnapshotName: 'golden',
      availabilityZone: 'us-east-1a',
      bundleId: 'nano_3_0',
      tags: [{ key: 'team', value: 'web' }],
    });
    await expect(clientOfWorker().send(create)).rejects.toMatchObject(denied);
    const tags = [{ key: 'lightsail-fleet:owner-id', value: 'mine' }];
    const tag = new TagResourceCommand({ resourceName: 'somebody-elses', tags });
    await expect(clientOfWorker().send(tag)).rejects.toMatchObject(denied);
    expect(await account.billedNames()).toEqual([]);
  });
});

describe('the policy of tagged snapshots', () => {
  beforeAll(async () => {
    stack = await Stack.start({ policy: 'worker-policy-tagged-snapshots' });
    account = new Account(stack);
    await stack.startWorker();
  });
  afterAll(stopAll);

  it('ends a run from another snapshot as AccessDenied, with nothing left', async () => {
    const outcome = await (await startFleet(stack, fleetRequest())).outcome();
    expect(outcome).toMatchObject({
      status: 'failed',
      type: 'AccessDenied',
      message: expect.stringContaining('lightsail:CreateInstancesFromSnapshot'),
    });
    expect(await account.billedNames()).toEqual([]);
  });

  it('lets a fleet be made from a snapshot that its owner has tagged', async () => {
    const tags = [{ key: 'lightsail-fleet:may-clone', value: 'yes' }];
    await clientWith({ ...OWNER_CREDENTIALS }).send(new TagResourceCommand({ resourceName: 'golden', tags }));
    const outcome = await (await startFleet(stack, fleetRequest())).outcome();
    expect(outcome).toMatchObject({ status: 'ready' });
    expect(await account.billedNames()).toEqual(['web-01', 'web-02', 'web-03']);
  });
});
