import type { OwnedResource } from '../contract/delete-fleet-result';
import type { FindOwnedResult } from '../contract/owned-activities';
import { toResource } from './owned-removal';

/** Resources told of a dry run: 550 bytes each at the most, so that a payload of 2 MiB holds them. */
const MAX_FOUND = 2_000;

/** Each instance and disk once, with its Region. */
export function foundIn(seen: { region: string; seen: FindOwnedResult }[]): OwnedResource[] {
  const all = seen.flatMap(({ region, seen: { instances, disks } }) => {
    const attached = instances.flatMap(({ ownerId, fleetId, disks: those }) =>
      those.filter(({ ours }) => ours).map(({ name }) => ({ name, ownerId, fleetId })),
    );
    const tagged = disks.filter(({ name }) => !attached.some((disk) => disk.name === name));
    return [
      ...instances.map((one) => toResource({ one, region, resourceType: 'Instance' })),
      ...[...attached, ...tagged].map((one) => toResource({ one, region, resourceType: 'Disk' })),
    ];
  });
  return all.slice(0, MAX_FOUND);
}
