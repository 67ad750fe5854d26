/** A disk of the snapshot and the name that its copy gets (AWS: DiskMap). */
export interface DiskMap {
  originalDiskPath?: string | undefined;
  newDiskName?: string | undefined;
}
export type DiskMapping = Record<string, DiskMap[]>;

/** Key that stands for every instance; disk names under it may use `{name}`. */
export const EVERY_INSTANCE = '*';

export interface ExpandDiskMappingInput {
  mapping: DiskMapping | undefined;
  instanceNames: readonly string[];
}

/**
 * The mapping as AWS takes it for these instances: `*` spelled out, `{name}` filled in, nothing for other
 * instances. An instance's own entry wins over `*`.
 */
export function expandDiskMapping({
  mapping,
  instanceNames,
}: ExpandDiskMappingInput): DiskMapping | undefined {
  if (mapping === undefined) return undefined;
  const entries = instanceNames.flatMap((instanceName) => {
    const disks = Object.hasOwn(mapping, instanceName) ? mapping[instanceName] : mapping[EVERY_INSTANCE];
    if (disks === undefined) return [];
    const named = disks.map((disk) => ({
      ...disk,
      ...(disk.newDiskName === undefined
        ? {}
        : { newDiskName: disk.newDiskName.replaceAll('{name}', instanceName) }),
    }));
    return [[instanceName, named] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
