import { groupOf, isOwnedBy } from '../../src/contract/tags';
import { ActivityWorld, OWNER, REGION } from '../support/activity-world';

let world: ActivityWorld;

beforeAll(async () => {
  world = await ActivityWorld.start();
});
afterAll(async () => {
  await world.stop();
});

const request = { instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };
const made = { region: REGION, request, group: 'web', source: 'golden', minReady: 2 };
const OTHER = { fleetId: 'nightly-2', ownerId: '0192f1c4-7a2b-7def-8000-000000000001' };

const groupsOf = async (names: string[]) =>
  Promise.all(names.map(async (name) => groupOf((await world.instance(name))?.tags).group));

it('what is kept leaves its group and stays its own; what is refused, or not its own, is not touched', async () => {
  await world.run('createInstances', { ...made, ...OWNER, instanceNames: ['web-01', 'web-02'] });
  await world.run('createInstances', { ...made, ...OTHER, instanceNames: ['web-11'] });
  await world.control.putFaults([
    { action: 'UntagResource', name: 'web-02', effect: 'denied', times: 1 },
    { action: 'UntagResource', name: 'web-01', effect: 'throttle', times: 1 },
  ]);
  const instanceNames = ['web-01', 'web-02', 'web-11', 'web-99'];
  const input = { ...OWNER, region: REGION, instanceNames };
  const { tagged } = await world.run('leaveGroup', input);
  expect(tagged).toEqual([{ name: 'web-02', cause: expect.stringContaining('AccessDenied') }]);
  expect(await groupsOf(['web-01', 'web-02', 'web-11'])).toEqual([undefined, 'web', 'web']);
  expect(isOwnedBy((await world.instance('web-01'))?.tags, OWNER.ownerId)).toBe(true);
  expect(await world.run('leaveGroup', input)).toEqual({ tagged: [] });
  expect(await groupsOf(['web-01', 'web-02', 'web-11'])).toEqual([undefined, undefined, 'web']);
});
