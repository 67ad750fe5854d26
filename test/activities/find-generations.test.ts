import { waitFor } from '../support/wait-for';
import { ActivityWorld, OWNER, REGION, TEMPORAL_NAMESPACE } from '../support/activity-world';

let world: ActivityWorld;
/** Whether Temporal knows the older run. */
let isKnown = true;

beforeAll(async () => {
  world = await ActivityWorld.start({
    runStates: {
      ofOwner: ({ ownerId }) =>
        Promise.resolve({ ownerId, group: 'web', state: isKnown ? 'completed' : 'not-found' }),
      latest: () => Promise.resolve(undefined),
    },
  });
});
afterAll(async () => {
  await world.stop();
});

const NEW = { fleetId: 'nightly-2', ownerId: '0192f1c4-7a2b-7def-8000-000000000001' };
const request = { instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };
const made = { region: REGION, request, group: 'web', source: 'golden', minReady: 1 };
const look = { ...NEW, region: REGION, group: 'web', expected: 1, keepLast: 1 };
const input = { ...look, source: 'golden', shareGroup: false };
const nothing = { due: [], dueCount: 0, kept: [], alone: [], aloneCount: 0, stillSeen: [] };

const runs = (name: string) =>
  waitFor({
    what: `${name} is running`,
    condition: async () => (await world.instance(name))?.state?.name === 'running',
  });

it('judges a group by the tags that creates have set, and looks until what was deleted is seen no more', async () => {
  await world.run('createInstances', { ...made, ...OWNER, instanceNames: ['web-01'] });
  await runs('web-01');
  await world.control.advance(2);
  await world.run('createInstances', { ...made, ...NEW, instanceNames: ['web-02'] });
  expect((await world.instance('web-01'))?.tags).toEqual(
    expect.arrayContaining([
      { key: 'lightsail-fleet:namespace', value: TEMPORAL_NAMESPACE.id },
      { key: 'lightsail-fleet:min-ready', value: '1' },
    ]),
  );
  expect(await world.run('findGenerations', input)).toEqual({ ...nothing, due: [OWNER], dueCount: 1 });
  expect(await world.run('findGenerations', { ...input, source: 'silver' })).toMatchObject({
    ...nothing,
    aloneCount: 1,
    alone: [{ ...OWNER, cause: expect.stringContaining('it was cloned from golden') }],
  });
  const [again] = await Promise.all([
    world.run('findGenerations', { ...input, gone: [OWNER.ownerId] }),
    world.api.deleteInstance({ instanceName: 'web-01', forceDeleteAddOns: true }),
  ]);
  expect(again).toEqual(nothing);
});

it('finds nothing due where the new fleet itself is doubted', async () => {
  isKnown = false;
  expect(await world.run('findGenerations', input)).toEqual({
    ...nothing,
    problem: expect.stringContaining('younger than the 24 h that histories are kept'),
  });
});
