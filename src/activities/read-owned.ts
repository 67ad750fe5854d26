import type { Disk, Instance } from '@aws-sdk/client-lightsail';
import type { OwnedDisk, OwnedInstance } from '../contract/owned-activities';
import { diskPathsOf, ownershipOf } from '../contract/tags';
import type { LightsailApi } from '../lightsail/lightsail-api';
import { readAll } from '../lightsail/read-all';
import { madeWithInstance } from './made-with-instance';

export interface ReadOwnedInput {
  api: LightsailApi;
  signal: AbortSignal;
}

/** All that carries our tags in a Region, whoever of us owns it, with what AWS says of it. */
export interface Owned {
  instances: { owned: OwnedInstance; seen: Instance }[];
  disks: { owned: OwnedDisk; seen: Disk }[];
}

/**
 * By tags, never by name. Which attached disks were made with an instance is told by its own tag, so the request is not
 * needed; a disk's tags are taken from the list of disks, as that of instances need not have them.
 */
export async function readOwned({ api, signal }: ReadOwnedInput): Promise<Owned> {
  const [instances, disks] = await Promise.all([
    readAll((pageToken) => api.getInstances({ pageToken }, { signal })),
    readAll((pageToken) => api.getDisks({ pageToken }, { signal })),
  ]);
  const tagsOfDisk = new Map(disks.map(({ arn, tags }) => [arn, tags]));
  return {
    instances: instances.flatMap((seen) => {
      const owned = toOwnedInstance(seen, tagsOfDisk);
      return owned === undefined ? [] : [{ owned, seen }];
    }),
    disks: disks.flatMap((seen) => {
      const owned = toOwnedDisk(seen);
      return owned === undefined ? [] : [{ owned, seen }];
    }),
  };
}

function toOwnedInstance(
  instance: Instance,
  tagsOfDisk: ReadonlyMap<string | undefined, Disk['tags']>,
): OwnedInstance | undefined {
  const ownership = ownershipOf(instance.tags);
  const { name, arn, createdAt, hardware } = instance;
  if (ownership === undefined || name === undefined) return undefined;
  const disks = (hardware?.disks ?? []).map((disk) => ({
    ...disk,
    tags: tagsOfDisk.get(disk.arn) ?? disk.tags,
  }));
  return {
    ...ownership,
    name,
    arn,
    createdAt: createdAt?.toISOString(),
    disks: madeWithInstance({
      instance: { ...instance, hardware: { ...hardware, disks } },
      input: { ownerId: ownership.ownerId, snapshotDiskPaths: diskPathsOf(instance.tags) },
    }),
  };
}

function toOwnedDisk(disk: Disk): OwnedDisk | undefined {
  const ownership = ownershipOf(disk.tags);
  const { name, arn, createdAt, attachedTo } = disk;
  if (ownership === undefined || name === undefined || disk.isSystemDisk === true) return undefined;
  return { ...ownership, name, arn, ours: true, createdAt: createdAt?.toISOString(), attachedTo };
}
