import { checkNames } from '../../../src/activities/plan/check-names';
import type { RegionListing } from '../../../src/activities/plan/read-region';
import { ownershipTags } from '../../../src/contract/tags';
import { OWNER } from '../../support/activity-world';

const EMPTY: RegionListing = { instances: [], disks: [], staticIps: [], keyPairs: [], loadBalancers: [] };
const check = (listing: Partial<RegionListing>, diskNames: string[] = [], instanceSnapshotName = 'golden') =>
  checkNames({
    ownerId: OWNER.ownerId,
    instanceNames: ['web-1', 'web-2'],
    request: {
      instanceNames: ['web-1', 'web-2'],
      availabilityZone: 'us-east-1a',
      bundleId: 'nano_3_0',
      instanceSnapshotName,
      attachedDiskMapping: { '*': diskNames.map((newDiskName) => ({ newDiskName })) },
    },
    listing: { ...EMPTY, ...listing },
  }).problems.map(({ path, message }) => `${path}: ${message}`);

describe('the names of a fleet', () => {
  it.each<[keyof RegionListing, string]>([
    ['instances', 'an instance'],
    ['disks', 'a disk'],
    ['staticIps', 'a static IP'],
    ['keyPairs', 'a key pair'],
    ['loadBalancers', 'a load balancer'],
  ])('must not be those of %s', (kind, holder) => {
    expect(check({ [kind]: [{ name: 'web-2' }] })).toEqual([
      `instanceNames[1]: name "web-2" is in use by ${holder}`,
    ]);
  });

  it('may be those of instances that this very run made', () => {
    expect(check({ instances: [{ name: 'web-2', tags: ownershipTags(OWNER) }] })).toEqual([]);
  });

  it('may be those of disks that are attached to them', () => {
    const instances = [{ name: 'web-2', tags: ownershipTags(OWNER) }];
    expect(
      check({ instances, disks: [{ name: 'web-2-data', attachedTo: 'web-2' }] }, ['{name}-data']),
    ).toEqual([]);
    expect(
      check({ instances, disks: [{ name: 'web-2-data', attachedTo: 'other' }] }, ['{name}-data']),
    ).toEqual(['attachedDiskMapping["web-2"]: name "web-2-data" is in use by a disk']);
  });

  it('must not be that of the snapshot', () => {
    expect(check({}, ['web-2'], 'web-1')).toContain(
      'instanceNames[0]: name "web-1" is in use by the snapshot itself',
    );
  });

  it('are distinct from those of its own disks, and those are free too', () => {
    expect(check({ staticIps: [{ name: 'web-2-data' }] }, ['{name}-data', 'web-1'])).toEqual([
      'attachedDiskMapping["web-1"]: name "web-1" would be taken twice',
      'attachedDiskMapping["web-2"]: name "web-1" would be taken twice',
      'attachedDiskMapping["web-2"]: name "web-2-data" is in use by a static IP',
    ]);
  });
});
