import type { InstanceSnapshot } from '@aws-sdk/client-lightsail';
import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';

export interface SourceFacts {
  name: string;
  autoSnapshotDate?: string;
  createdAt?: string;
  sizeGb?: number;
  fromBundleId?: string;
  fromBlueprintId?: string;
  /** Paths of the disks beside the system disk. */
  diskPaths: string[];
}

/** The source exists in the Region and can be cloned now. */
export async function checkSource(input: PlanCheckInput): Promise<PlanCheck<SourceFacts | undefined>> {
  const { instanceSnapshotName } = input.request;
  return instanceSnapshotName === undefined
    ? checkAutoSnapshot(input)
    : checkSnapshot({ ...input, instanceSnapshotName });
}

async function checkSnapshot({
  api,
  region,
  signal,
  instanceSnapshotName,
}: PlanCheckInput & { instanceSnapshotName: string }): Promise<PlanCheck<SourceFacts | undefined>> {
  const path = 'instanceSnapshotName';
  const snapshot = await api.getInstanceSnapshot({ instanceSnapshotName }, { signal });
  if (snapshot === undefined) {
    const message = `no instance snapshot "${instanceSnapshotName}" in ${region}: create it there, or copy it with CopySnapshot`;
    return refused({ path, message }, undefined);
  }
  if (snapshot.state !== 'available') {
    const message = `snapshot "${instanceSnapshotName}" is ${snapshot.state ?? 'in an unknown state'}${progressOf(snapshot)}, expected available`;
    return refused({ path, message }, undefined);
  }
  return passed(`snapshot ${instanceSnapshotName} is available`, factsOf(instanceSnapshotName, snapshot));
}

function progressOf(snapshot: InstanceSnapshot): string {
  return snapshot.progress === undefined ? '' : ` (${snapshot.progress})`;
}

function factsOf(name: string, snapshot: InstanceSnapshot): SourceFacts {
  const disks = snapshot.fromAttachedDisks?.filter((disk) => disk.isSystemDisk !== true) ?? [];
  return {
    name,
    ...(snapshot.createdAt === undefined ? {} : { createdAt: snapshot.createdAt.toISOString() }),
    ...(snapshot.sizeInGb === undefined ? {} : { sizeGb: snapshot.sizeInGb }),
    ...(snapshot.fromBundleId === undefined ? {} : { fromBundleId: snapshot.fromBundleId }),
    ...(snapshot.fromBlueprintId === undefined ? {} : { fromBlueprintId: snapshot.fromBlueprintId }),
    diskPaths: disks.flatMap((disk) => (disk.path === undefined ? [] : [disk.path])),
  };
}

async function checkAutoSnapshot({
  api,
  region,
  request,
  signal,
}: PlanCheckInput): Promise<PlanCheck<SourceFacts | undefined>> {
  const resourceName = request.sourceInstanceName ?? '';
  const answer = await api.getAutoSnapshots({ resourceName }, { signal });
  if (answer === undefined) {
    return refused(
      { path: 'sourceInstanceName', message: `no instance "${resourceName}" in ${region}` },
      undefined,
    );
  }
  const usable = (answer.autoSnapshots ?? [])
    .filter((snapshot) => snapshot.status === 'Success' && snapshot.date !== undefined)
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const chosen = usable.find(
    (snapshot) => request.restoreDate === undefined || snapshot.date === request.restoreDate,
  );
  if (chosen?.date === undefined) {
    const dates = usable.map((snapshot) => snapshot.date).join(', ');
    const path = request.restoreDate === undefined ? 'useLatestRestorableAutoSnapshot' : 'restoreDate';
    const message = `"${resourceName}" has no finished automatic snapshot for it (dates there are: ${dates === '' ? 'none' : dates})`;
    return refused({ path, message }, undefined);
  }
  return passed(`automatic snapshot of ${resourceName} from ${chosen.date} is there`, {
    name: resourceName,
    autoSnapshotDate: chosen.date,
    ...(chosen.createdAt === undefined ? {} : { createdAt: chosen.createdAt.toISOString() }),
    diskPaths: (chosen.fromAttachedDisks ?? []).flatMap((disk) =>
      disk.path === undefined ? [] : [disk.path],
    ),
  });
}
