import { findRotationConflicts } from '../../src/contract/rotation-rules';
import { creationTags, diskPathsOf } from '../../src/contract/tags';

const tagsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${String(index)}` }));

describe('tags of a fleet with a group', () => {
  it('may be as many as leave room for ours, the paths of disks included', () => {
    const tags = tagsOf(43);
    expect(findRotationConflicts({ fleet: { group: 'web' }, tags })).toEqual([]);
    const ours = {
      fleetId: 'nightly',
      ownerId: 'run-1',
      group: 'web',
      source: 'golden',
      namespace: 'default',
      minReady: 6,
    };
    const all = creationTags({ ...ours, tags, snapshotDiskPaths: ['/dev/xvdf'] });
    expect([all.length, diskPathsOf(all)]).toEqual([50, ['/dev/xvdf']]);
  });

  it('may not be more, which would leave the disks of every generation', () => {
    expect(findRotationConflicts({ fleet: { group: 'web' }, tags: tagsOf(44) })).toEqual([
      { path: 'tags', message: expect.stringContaining('expected at most 43 tags beside fleet.group') },
    ]);
    expect(findRotationConflicts({ tags: tagsOf(44) })).toEqual([]);
  });
});

test('keepLast wants instances that run: an operation that ended proves none', () => {
  const problem = {
    path: 'fleet.waitFor',
    message: expect.stringContaining('for one that does not run yet'),
  };
  const fleet = { group: 'web', keepLast: 1 };
  expect(findRotationConflicts({ fleet: { ...fleet, waitFor: 'operation' } })).toEqual([problem]);
  expect(findRotationConflicts({ fleet: { ...fleet, waitFor: { port: 22 } } })).toEqual([]);
  expect(findRotationConflicts({ fleet: { group: 'web', waitFor: 'operation' } })).toEqual([]);
});
