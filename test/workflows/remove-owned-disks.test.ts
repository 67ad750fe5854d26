import type { OwnedRemoval } from '../../src/workflows/owned-removal';
import { removeOwnedDisks } from '../../src/workflows/remove-owned-disks';

const OWNER = { fleetId: 'nightly', ownerId: '0192f1c4-7a2b-7def-8000-000000000000' };

/** Whatever would be deleted calls an activity, which fails outside of a workflow. */
function removalOf(change: Partial<OwnedRemoval>): OwnedRemoval {
  const disk = { ...OWNER, name: 'web-01-data', ours: true, instanceName: 'web-01' };
  return {
    run: {} as OwnedRemoval['run'],
    region: 'us-east-1',
    selector: { ownerIds: [OWNER.ownerId] },
    disks: true,
    spare: ['running'],
    deadline: new Date().toISOString(),
    recorded: new Map([[disk.name, disk]]),
    survivors: new Map(),
    gone: new Set(),
    isBlind: false,
    ...change,
  };
}

it('names the disk of an instance that could not be deleted', async () => {
  const survivor = { resourceType: 'Instance', name: 'web-01', cause: 'denied' } as const;
  expect(await removeOwnedDisks(removalOf({ survivors: new Map([['web-01', survivor]]) }))).toEqual([
    { resourceType: 'Disk', name: 'web-01-data', cause: 'attached to web-01, which is still there' },
  ]);
});

it('does not wait for the disk of an instance that nobody could look at again: it is named', async () => {
  expect(await removeOwnedDisks(removalOf({ isBlind: true }))).toEqual([
    { resourceType: 'Disk', name: 'web-01-data', cause: 'attached to web-01 when somebody could last look' },
  ]);
});
