import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { BatchHeartbeat } from '../../src/contract/batch-heartbeat';
import { ownershipTags } from '../../src/contract/tags';
import { ActivityWorld, OWNER, REGION } from '../support/activity-world';

let world: ActivityWorld;

beforeAll(async () => {
  world = await ActivityWorld.start();
});
afterAll(async () => {
  await world.stop();
});
afterEach(async () => {
  await world.control.reset();
});

const tags = ownershipTags(OWNER) as { key: string; value: string }[];
const template = { instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };
const instanceNames = ['web-01', 'web-02'];

/** What Pending Activities shows, one after the other. */
async function beatsOf<Input>(
  activity: (input: Input) => Promise<unknown>,
  input: Input,
): Promise<BatchHeartbeat[]> {
  const environment = new MockActivityEnvironment({ attempt: 1 }, { logger: new DefaultLogger('ERROR') });
  const beats: BatchHeartbeat[] = [];
  environment.on('heartbeat', (details: BatchHeartbeat | undefined) => {
    if (details !== undefined) beats.push(details);
  });
  await environment.run<[Input], unknown, typeof activity>(activity, input);
  return beats;
}

it('a create whose answer is lost says why it asks again, and then which names have their operation', async () => {
  await world.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect: 'reset-before' }]);
  const beats = await beatsOf(world.activities.createInstances, {
    ...{ ...OWNER, region: REGION, instanceNames },
    request: template,
  });
  const why = { 'web-01': expect.stringMatching(/^CreateInstancesFromSnapshot: /) };
  expect(beats).toContainEqual({ waiting: instanceNames, done: [], failed: [], why });
  expect(beats.at(-1)).toEqual({ waiting: [], done: instanceNames, failed: [] });
});

it('a removal that is refused says of which, and why it is tried again', async () => {
  await world.api.createInstancesFromSnapshot({ ...template, instanceNames, tags });
  const refused = { action: 'DeleteInstance', name: 'web-01', effect: 'denied', times: 1_000 };
  await world.control.putFaults([refused]);
  const beats = await beatsOf(world.activities.removeInstances, {
    ...{ ...OWNER, region: REGION, outlastRefusals: true },
    instances: instanceNames.map((name) => ({ name, disks: [], operationEnded: false })),
    deadline: new Date(Date.now() + 4_000).toISOString(),
  });
  const why = expect.stringMatching(/^DeleteInstance: .*\(AccessDenied/);
  expect(beats).toContainEqual({ waiting: ['web-01'], done: ['web-02'], failed: [], why: { 'web-01': why } });
  expect(beats.at(-1)).toEqual({ waiting: [], done: ['web-02'], failed: ['web-01'] });
});
