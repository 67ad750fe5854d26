import { waitFor } from '../support/wait-for';
import { ActivityWorld, OWNER, REGION, TEMPORAL_NAMESPACE } from '../support/activity-world';

let world: ActivityWorld;

beforeAll(async () => {
  world = await ActivityWorld.start();
});
afterAll(async () => {
  await world.stop();
});

const NEW = { fleetId: 'nightly-2', ownerId: '0192f1c4-7a2b-7def-8000-000000000001' };
const request = { instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };
const made = { region: REGION, request, group: 'web', source: 'golden' };

it('finds a fleet by the tags that its create set, and looks until what was deleted is seen no more', async () => {
  await world.run('createInstances', { ...made, ...OWNER, instanceNames: ['web-01'] });
  await world.run('createInstances', { ...made, ...NEW, instanceNames: ['web-02'] });
  expect((await world.instance('web-01'))?.tags).toContainEqual({
    ...{ key: 'lightsail-fleet:namespace', value: TEMPORAL_NAMESPACE.id },
  });
  const look = { ...NEW, region: REGION, group: 'web', expected: 1 };
  const { generations } = await world.run('findGenerations', look);
  expect(generations).toEqual(
    [OWNER, NEW].map((owner) => ({
      ...{ ...owner, instances: 1, source: 'golden', state: 'not-found', createdAt: expect.any(String) },
      doubt: expect.stringContaining('younger than the 24 h that histories are kept'),
    })),
  );

  await waitFor({
    what: 'web-01 can be deleted',
    condition: async () => (await world.instance('web-01'))?.state?.name === 'running',
  });
  const [again] = await Promise.all([
    world.run('findGenerations', { ...look, gone: [OWNER.ownerId] }),
    world.api.deleteInstance({ instanceName: 'web-01', forceDeleteAddOns: true }),
  ]);
  expect(again.generations).toMatchObject([NEW]);
});
