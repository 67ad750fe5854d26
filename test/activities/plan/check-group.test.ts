import type { Instance } from '@aws-sdk/client-lightsail';
import { checkGroup } from '../../../src/activities/plan/check-group';
import type { FleetOptions } from '../../../src/contract/fleet-options';
import { creationTags } from '../../../src/contract/tags';
import { TEMPORAL_NAMESPACE } from '../../support/activity-world';

const request = { availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };

interface WarningsInput {
  diskPaths?: string[];
  fleet?: FleetOptions;
  instances?: Instance[];
}

async function warningsOf({ diskPaths = [], fleet = {}, instances = [] }: WarningsInput): Promise<string[]> {
  const { warnings } = await checkGroup({
    request: { ...request, fleet: { group: 'web', ...fleet } },
    ...{ instanceNames: ['web-01', 'web-02'], listing: { instances }, temporalNamespace: TEMPORAL_NAMESPACE },
    ...{ fleetId: 'nightly', ownerId: 'run-1', source: { name: 'golden', diskPaths } },
    runStates: {
      ofOwner: ({ ownerId }) => Promise.resolve({ ownerId, state: 'completed', group: 'web' }),
      latest: () => Promise.resolve(undefined),
    },
  });
  return warnings;
}

const KEEPS = { keepLast: 2 };

/** Of a fleet of one instance; a lower number is older. */
const older = (position: number, change: Instance = {}): Instance => ({
  ...{ name: `old-${String(position)}`, createdAt: new Date(Date.UTC(2026, 10, position)) },
  tags: creationTags({
    ...{ fleetId: `nightly-${String(position)}`, ownerId: `run-0${String(position)}`, group: 'web' },
    ...{ source: 'golden', namespace: TEMPORAL_NAMESPACE.id, minReady: 1 },
  }).map(({ key, value }) => ({ key, value })),
  ...change,
});

it('warns when disks of the snapshot cannot be noted on the instances, as rotation would leave them', async () => {
  const many = Array.from({ length: 30 }, (_, index) => `/dev/disk/by-id/${String(index)}`);
  expect(await warningsOf({ diskPaths: many, fleet: KEEPS })).toEqual([
    expect.stringContaining("the paths of the snapshot's 30 disks do not fit a tag"),
  ]);
  expect(await warningsOf({ diskPaths: many })).toEqual([]);
  expect(await warningsOf({ diskPaths: ['/dev/xvdf'], fleet: KEEPS })).toEqual([]);
  expect(await warningsOf({ fleet: KEEPS })).toEqual([]);
});

it('warns when a fleet that is ready with fewer takes the place of a whole one', async () => {
  expect(await warningsOf({ fleet: { ...KEEPS, minReady: 1 } })).toEqual([
    'this fleet is ready with 1 of 2 instances (fleet.minReady), and counts as one of the last 2 then: a whole older one may be deleted for it',
  ]);
  expect(await warningsOf({ fleet: { ...KEEPS, minReady: 2 } })).toEqual([]);
  expect(await warningsOf({ fleet: { minReady: 1 } })).toEqual([]);
});

it('warns of a static IP that rotation would leave attached to nothing', async () => {
  const instances = [1, 2, 3].map((position) => older(position, { isStaticIp: position !== 2 }));
  expect(await warningsOf({ fleet: KEEPS, instances })).toEqual([
    'rotation would delete instances that have a static IP, which stays, attached to nothing and billed: old-1',
  ]);
});

it('warns of a group that is too large for a rotation', async () => {
  const instances = Array.from({ length: 501 }, (_, position) => older(position));
  expect(await warningsOf({ fleet: KEEPS, instances })).toEqual([
    expect.stringContaining('group web has 501 fleets in the Region, and rotation looks at 500'),
  ]);
});
