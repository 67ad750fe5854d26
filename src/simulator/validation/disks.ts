import { invalidInput, nameExists } from '../errors/aws-error';
import type { Settings } from '../settings';
import type { RegionState } from '../state/simulator-state';
import { assertResourceName, isNameFree } from './resource-names';
import type { Source } from './source';

type DiskMaps = readonly { originalDiskPath: string | undefined; newDiskName: string | undefined }[];
interface NewDisk {
  name: string;
  path: string;
  sizeInGb: number;
}

export interface ReadDisksInput {
  region: RegionState;
  settings: Settings;
  names: readonly string[];
  source: Source;
  mapping: ReadonlyMap<string, DiskMaps> | undefined;
}

/** "You can attach up to 15 disks" to an instance, besides its own (Lightsail guide). */
export const MOST_DISKS = 15;

/**
 * The disks of each new instance. The mapping's key is the new instance's name: each instance needs disk names of its
 * own (docs/simulator-differences.md). All names of the call, instances' and disks', must be free and distinct.
 */
export function readDisks(input: ReadDisksInput): Map<string, NewDisk[]> {
  const { region, settings, names, source, mapping } = input;
  for (const key of mapping?.keys() ?? []) {
    if (!names.includes(key))
      throw invalidInput(`attachedDiskMapping: ${key} is not one of the instance names.`);
  }
  const taken = new Set<string>(names);
  const inUse = names.filter((name) => !isNameFree({ region, name }));
  const result = new Map<string, NewDisk[]>();
  for (const instanceName of names) {
    const mapped = (mapping?.get(instanceName) ?? []).map((map) => readDisk({ map, source }));
    for (const { name } of mapped) {
      if (taken.has(name) || !isNameFree({ region, name })) inUse.push(name);
      taken.add(name);
    }
    const paths = new Set(mapped.map(({ path }) => path));
    if (paths.size < mapped.length)
      throw invalidInput(`attachedDiskMapping: a disk of ${instanceName} is mapped twice.`);
    result.set(instanceName, mapped);
  }
  if (inUse.length > 0) throw nameExists(inUse);
  if (settings.unmappedDisks === 'create') addUnmapped({ region, source, taken, result });
  for (const disks of result.values()) {
    if (disks.length > MOST_DISKS) throw invalidInput(`An instance can have at most ${MOST_DISKS} disks.`);
  }
  return result;
}

function readDisk({ map, source }: { map: DiskMaps[number]; source: Source }): NewDisk {
  const { originalDiskPath, newDiskName } = map;
  if (originalDiskPath === undefined || newDiskName === undefined) {
    throw invalidInput('attachedDiskMapping: originalDiskPath and newDiskName must both be given.');
  }
  assertResourceName(newDiskName);
  const original = source.disks.find(({ path }) => path === originalDiskPath);
  if (original === undefined) {
    throw invalidInput(`The snapshot ${source.name} has no disk with the path ${originalDiskPath}.`);
  }
  return { name: newDiskName, path: originalDiskPath, sizeInGb: original.sizeInGb };
}

/** What AWS calls a disk that is not mapped is not known: here `<instance>-disk-1`, or the next number that is free. */
function addUnmapped(input: {
  region: RegionState;
  source: Source;
  taken: Set<string>;
  result: Map<string, NewDisk[]>;
}): void {
  const { region, source, taken, result } = input;
  for (const [instanceName, disks] of result) {
    let number = 0;
    for (const { path, sizeInGb } of source.disks) {
      if (disks.some((disk) => disk.path === path)) continue;
      let name: string;
      do name = `${instanceName.slice(0, 240)}-disk-${++number}`;
      while (taken.has(name) || !isNameFree({ region, name }));
      taken.add(name);
      disks.push({ name, path, sizeInGb });
    }
  }
}
