import { checkGroup } from '../../../src/activities/plan/check-group';
import { TEMPORAL_NAMESPACE } from '../../support/activity-world';

const request = { availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };

async function warningsOf(diskPaths: string[], keepLast?: number): Promise<string[]> {
  const { warnings } = await checkGroup({
    request: { ...request, fleet: { group: 'web', ...(keepLast === undefined ? {} : { keepLast }) } },
    ...{ instanceNames: ['web-01'], listing: { instances: [] }, temporalNamespace: TEMPORAL_NAMESPACE },
    ...{ fleetId: 'nightly', ownerId: 'run-1', source: { name: 'golden', diskPaths } },
    runStates: {
      ofOwner: ({ ownerId }) => Promise.resolve({ ownerId, state: 'not-found' }),
      latest: () => Promise.resolve(undefined),
    },
  });
  return warnings;
}

it('warns when disks of the snapshot cannot be noted on the instances, as rotation would leave them', async () => {
  const many = Array.from({ length: 30 }, (_, index) => `/dev/disk/by-id/${String(index)}`);
  expect(await warningsOf(many, 2)).toEqual([
    expect.stringContaining("the paths of the snapshot's 30 disks do not fit a tag"),
  ]);
  expect(await warningsOf(many)).toEqual([]);
  expect(await warningsOf(['/dev/xvdf'], 2)).toEqual([]);
  expect(await warningsOf([], 2)).toEqual([]);
});
