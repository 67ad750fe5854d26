import { creationTags, diskPathsOf, isOwnedBy, ownershipOf, ownershipTags } from '../../src/contract/tags';

const owner = { fleetId: 'nightly', ownerId: 'run-1' };

describe('ownership', () => {
  it('is proved by the owner id that the create request carried', () => {
    expect(isOwnedBy(ownershipTags(owner), 'run-1')).toBe(true);
  });

  it.each([
    ['no tags', undefined],
    ['another run of the same fleet id', ownershipTags({ ...owner, ownerId: 'run-2' })],
    ['the fleet id alone', [{ key: 'lightsail-fleet:fleet-id', value: 'nightly' }]],
    ['the value under another key', [{ key: 'owner-id', value: 'run-1' }]],
  ])('is not proved by %s', (_what, tags) => {
    expect(isOwnedBy(tags, 'run-1')).toBe(false);
  });
});

describe('the tags of a create', () => {
  it('say at which paths the disks are that were made with the instance', () => {
    const tags = creationTags({ ...owner, snapshotDiskPaths: ['/dev/xvdf', '/dev/xvdg'] });
    expect(tags).toContainEqual({ key: 'lightsail-fleet:disk-paths', value: '/dev/xvdf /dev/xvdg' });
    expect(diskPathsOf(tags)).toEqual(['/dev/xvdf', '/dev/xvdg']);
  });

  it.each([
    ['no disks', { snapshotDiskPaths: [] }],
    ['paths that no tag can hold', { snapshotDiskPaths: ['C:\\data'] }],
    [
      'more paths than a value is long',
      { snapshotDiskPaths: Array.from({ length: 15 }, () => '/dev/disk/by-id/1') },
    ],
    [
      'as many tags as AWS takes',
      {
        snapshotDiskPaths: ['/dev/xvdf'],
        tags: Array.from({ length: 48 }, (_, at) => ({ key: `key-${String(at)}` })),
      },
    ],
  ])('say nothing of disks with %s', (_what, more) => {
    const tags = creationTags({ ...owner, ...more });
    expect(diskPathsOf(tags)).toEqual([]);
    expect(tags.length).toBeLessThanOrEqual(50);
    expect(isOwnedBy(tags, 'run-1')).toBe(true);
  });

  it('say whose it is only with an owner id', () => {
    expect(ownershipOf(creationTags(owner))).toEqual(owner);
    expect(ownershipOf([{ key: 'lightsail-fleet:fleet-id', value: 'nightly' }])).toBeUndefined();
    expect(ownershipOf([{ key: 'lightsail-fleet:owner-id', value: 'run-1' }])).toEqual({
      ownerId: 'run-1',
      fleetId: '',
    });
  });
});
