import { findRotationConflicts } from '../../src/contract/rotation-rules';
import { creationTags, diskPathsOf } from '../../src/contract/tags';

const tagsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${String(index)}` }));

describe('tags of a fleet with a group', () => {
  it('may be as many as leave room for ours, the paths of disks included', () => {
    const tags = tagsOf(44);
    expect(findRotationConflicts({ fleet: { group: 'web' }, tags })).toEqual([]);
    const ours = {
      fleetId: 'nightly',
      ownerId: 'run-1',
      group: 'web',
      source: 'golden',
      namespace: 'default',
    };
    const all = creationTags({ ...ours, tags, snapshotDiskPaths: ['/dev/xvdf'] });
    expect([all.length, diskPathsOf(all)]).toEqual([50, ['/dev/xvdf']]);
  });

  it('may not be more, which would leave the disks of every generation', () => {
    expect(findRotationConflicts({ fleet: { group: 'web' }, tags: tagsOf(45) })).toEqual([
      { path: 'tags', message: expect.stringContaining('expected at most 44 tags beside fleet.group') },
    ]);
    expect(findRotationConflicts({ tags: tagsOf(45) })).toEqual([]);
  });
});
