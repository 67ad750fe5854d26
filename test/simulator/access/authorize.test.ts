import {
  CreateInstancesFromSnapshotCommand,
  DeleteInstanceCommand,
  GetInstanceCommand,
  GetRegionsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  type LightsailClient,
} from '@aws-sdk/client-lightsail';
import { createRequest } from '../support/create-request';
import { EXAMPLE_CREDENTIALS, SimulatorUnderTest } from '../support/simulator-under-test';

const USER = `User: arn:aws:iam::123456789012:user/${EXAMPLE_CREDENTIALS.accessKeyId}`;
const CREATE = 'lightsail:CreateInstancesFromSnapshot';

describe('a credential with a policy', () => {
  let simulator: SimulatorUnderTest;
  let client: LightsailClient;
  const { accessKeyId, secretAccessKey } = EXAMPLE_CREDENTIALS;
  /** Replaces the world by one in which the caller may do this. */
  const permit = async (...statements: object[]): Promise<void> => {
    const policy = { Version: '2012-10-17', Statement: statements };
    const answer = await simulator.control('PUT', 'world', {
      credentials: [{ accessKeyId, secretAccessKey, policy }],
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  };
  const allow = (Action: string | string[], change: object = {}) => ({
    Effect: 'Allow',
    Action,
    Resource: '*',
    ...change,
  });
  const create = (tags?: { key: string; value?: string }[]) =>
    client.send(
      new CreateInstancesFromSnapshotCommand({ ...createRequest(), ...(tags === undefined ? {} : { tags }) }),
    );
  const deleteForeign = () => client.send(new DeleteInstanceCommand({ instanceName: 'somebody-elses' }));
  const denied = { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } };

  beforeEach(async () => {
    simulator = await SimulatorUnderTest.start();
    client = simulator.client();
  });
  afterEach(() => simulator.close());

  it('is told in the words of AWS what it may not do, and the resource stays', async () => {
    await permit(allow('lightsail:Get*'));
    await expect(deleteForeign()).rejects.toMatchObject({
      ...denied,
      message: expect.stringMatching(
        new RegExp(
          `^${USER} is not authorized to perform: lightsail:DeleteInstance on resource: arn:aws:lightsail:us-east-1:123456789012:Instance/[0-9a-f-]{36} because no identity-based policy allows the lightsail:DeleteInstance action$`,
        ),
      ),
    });
    await permit(allow('*'), { ...allow('lightsail:Delete*'), Effect: 'Deny' });
    await expect(deleteForeign()).rejects.toMatchObject({
      ...denied,
      message: expect.stringMatching(
        /Instance\/[0-9a-f-]{36} with an explicit deny in an identity-based policy$/,
      ),
    });
    const { instance } = await client.send(new GetInstanceCommand({ instanceName: 'somebody-elses' }));
    expect(instance?.state?.name).toBe('running');
    expect(await simulator.ledger()).toMatchObject([
      { action: 'DeleteInstance', accessKeyId, status: 400, errorType: 'AccessDeniedException' },
      { action: 'GetInstance', status: 200 },
    ]);
  });

  it('is judged by the whole account where a call takes no resource', async () => {
    await permit(allow('lightsail:GetRegions', { Resource: 'arn:aws:lightsail:*:*:Instance/*' }));
    await expect(client.send(new GetRegionsCommand({}))).rejects.toMatchObject({
      message: expect.stringContaining('on resource: arn:aws:lightsail:us-east-1:123456789012:* because'),
    });
  });

  it('creates only with the tags that its policy asks for in the request', async () => {
    await permit(allow(CREATE, { Condition: { Null: { 'aws:RequestTag/owner': 'false' } } }));
    await expect(create()).rejects.toMatchObject(denied);
    await expect(create([{ key: 'team', value: 'web' }])).rejects.toMatchObject(denied);
    await expect(create([{ key: 'owner' }])).resolves.toMatchObject({ operations: [{}] });
  });

  it('creates only with tags of the keys that its policy lists', async () => {
    await permit(allow(CREATE, { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner'] } } }));
    await expect(create([{ key: 'owner' }, { key: 'team' }])).rejects.toMatchObject(denied);
    await expect(create([{ key: 'owner' }])).resolves.toMatchObject({ operations: [{}] });
  });

  it('creates only from snapshots with the tag that its policy asks for', async () => {
    const Condition = { StringEquals: { 'aws:ResourceTag/may-clone': 'yes' } };
    await permit(
      allow(CREATE, { Resource: 'arn:aws:lightsail:*:*:InstanceSnapshot/*', Condition }),
      allow('lightsail:TagResource'),
    );
    await expect(create()).rejects.toMatchObject(denied);
    const tags = [{ key: 'may-clone', value: 'yes' }];
    await client.send(new TagResourceCommand({ resourceName: 'golden', tags }));
    await expect(create()).resolves.toMatchObject({ operations: [{}] });
  });

  it('deletes only what carries the tag, and nothing that is not there', async () => {
    await permit(
      allow('lightsail:DeleteInstance', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'mine' } } }),
      allow('lightsail:TagResource'),
    );
    await expect(deleteForeign()).rejects.toMatchObject(denied);
    await expect(client.send(new DeleteInstanceCommand({ instanceName: 'not-there' }))).rejects.toMatchObject(
      { message: expect.stringContaining('123456789012:Instance/* because') },
    );
    const tags = [{ key: 'team', value: 'mine' }];
    await client.send(new TagResourceCommand({ resourceName: 'somebody-elses', tags }));
    await expect(deleteForeign()).resolves.toMatchObject({ operations: [{}] });
  });

  it('takes no tag away that its policy keeps', async () => {
    const Condition = { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'team' } };
    await permit(allow('*'), { ...allow('lightsail:UntagResource', { Condition }), Effect: 'Deny' });
    const untag = (tagKeys: string[]) =>
      client.send(new UntagResourceCommand({ resourceName: 'somebody-elses', tagKeys }));
    await expect(untag(['team'])).rejects.toMatchObject(denied);
    await expect(untag(['other'])).resolves.toBeDefined();
  });

  it('is held to the Regions of its policy', async () => {
    await permit(allow('*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }));
    await expect(client.send(new GetRegionsCommand({}))).rejects.toMatchObject(denied);
    await expect(simulator.client('eu-west-1').send(new GetRegionsCommand({}))).resolves.toBeDefined();
  });

  it('does not use up a rule of the fault plan by a call that is denied', async () => {
    await permit(allow('lightsail:Get*'));
    await simulator.faults([{ effect: 'throttle' }]);
    await expect(deleteForeign()).rejects.toMatchObject(denied);
    await expect(client.send(new GetRegionsCommand({}))).rejects.toMatchObject({
      name: 'ThrottlingException',
    });
  });
});
