import type { Draft } from '../state/draft';
import { lookUpResource } from '../state/find-resource';
import type { Disk, Instance } from '../state/resources';
import type { RegionState } from '../state/simulator-state';

/** The disks that are attached to an instance, or are being attached; not its system disk, which has no name. */
export function attachedDisksOf({ region, instance }: { region: RegionState; instance: Instance }): Disk[] {
  return instance.diskNames.flatMap((name) => {
    const disk = lookUpResource({ region, type: 'Disk', name });
    return disk?.current.attachedTo === instance.name ? [disk] : [];
  });
}

/** A detached disk stays, and is billed, until somebody deletes it. */
export function detachDisk({ region, draft, disk }: { region: RegionState; draft: Draft; disk: Disk }): void {
  const { attachedTo } = disk.current;
  const { path: _path, ...left } = disk;
  draft.put({ ...left, requested: { state: 'available' }, current: { state: 'available' } });
  if (attachedTo === undefined) return;
  const instance = lookUpResource({ region, type: 'Instance', name: attachedTo });
  // An instance that is going away needs no new record of its own: it would cross the one that removes it.
  if (instance === undefined || instance.condition === 'deleting') return;
  draft.put({ ...instance, diskNames: instance.diskNames.filter((name) => name !== disk.name) });
}
