export interface SourceFacts {
  name: string;
  arn?: string;
  autoSnapshotDate?: string;
  createdAt?: string;
  sizeGb?: number;
  fromBundleId?: string;
  /** Instance that the snapshot was made of; it may be gone. */
  fromInstanceName?: string;
  platform: 'LINUX_UNIX' | 'WINDOWS';
  /** Paths of the disks beside the system disk. */
  diskPaths: string[];
  /** Size of those disks together. */
  disksGb?: number;
}

/** Windows blueprints say so in their id (GetBlueprints); a snapshot does not tell its platform. */
export function platformOf(blueprintId: string | undefined): SourceFacts['platform'] {
  return blueprintId?.startsWith('windows') === true ? 'WINDOWS' : 'LINUX_UNIX';
}

export function disksOf(
  disks: { path?: string | undefined; sizeInGb?: number | undefined }[],
): Pick<SourceFacts, 'diskPaths' | 'disksGb'> {
  const diskPaths = disks.flatMap(({ path }) => (path === undefined ? [] : [path]));
  const disksGb = disks.reduce((sum, { sizeInGb }) => sum + (sizeInGb ?? 0), 0);
  return { diskPaths, ...(disksGb === 0 ? {} : { disksGb }) };
}
