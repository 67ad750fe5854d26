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
    const disks = disksOfInstance({ mapping, instanceName });
    return disks === undefined ? [] : [[instanceName, disks] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

export interface DisksOfInstanceInput {
  mapping: DiskMapping | undefined;
  instanceName: string;
}

/** The disks that the mapping names for one instance, `{name}` filled in; undefined where it names none. */
export function disksOfInstance({ mapping = {}, instanceName }: DisksOfInstanceInput): DiskMap[] | undefined {
  // An instance may be called `constructor`.
  const disks = Object.hasOwn(mapping, instanceName) ? mapping[instanceName] : mapping[EVERY_INSTANCE];
  return disks?.map(({ newDiskName, ...disk }) =>
    newDiskName === undefined
      ? disk
      : { ...disk, newDiskName: newDiskName.replaceAll('{name}', instanceName) },
  );
}
