import {
  CreateInstancesFromSnapshotCommand,
  GetInstanceCommand,
  GetInstancesCommand,
  TagResourceCommand,
} from '@aws-sdk/client-lightsail';
import { createRequest } from '../support/create-request';
import { SimulatorUnderTest } from '../support/simulator-under-test';

let simulator: SimulatorUnderTest;

beforeAll(async () => {
  simulator = await SimulatorUnderTest.start();
});

afterAll(async () => simulator.close());

test('the health of an instance is told where it is asked for, and only there', async () => {
  const client = simulator.client();
  await client.send(new CreateInstancesFromSnapshotCommand(createRequest()));
  const health = async (includeHealthStatus: boolean) =>
    (await client.send(new GetInstanceCommand({ instanceName: 'web-1', includeHealthStatus }))).instance;
  expect(await health(true)).toMatchObject({
    instanceStatus: { status: 'initializing' },
    systemStatus: { status: 'initializing' },
  });
  await simulator.advance(60);
  expect(await health(true)).toMatchObject({
    instanceStatus: { status: 'ok', details: [{ name: 'reachability', status: 'passed' }] },
    systemStatus: { status: 'ok' },
  });
  expect(await health(false)).not.toHaveProperty('instanceStatus');
  const { instances } = await client.send(new GetInstancesCommand({ includeHealthStatus: true }));
  expect(instances?.map(({ instanceStatus }) => instanceStatus?.status)).toEqual(['ok', 'ok']);
});

test('an ARN that has not the form of one is an invalid input, not a resource that is not there', async () => {
  const request = { resourceName: 'somebody-elses', resourceArn: 'not an arn', tags: [{ key: 'a' }] };
  await expect(simulator.client().send(new TagResourceCommand(request))).rejects.toMatchObject({
    name: 'InvalidInputException',
    message: expect.stringContaining("Value 'not an arn' at 'resourceArn' failed to satisfy constraint"),
  });
});
