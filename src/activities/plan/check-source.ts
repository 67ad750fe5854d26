import type { InstanceSnapshot } from '@aws-sdk/client-lightsail';
import { checkAutoSnapshot } from './check-auto-snapshot';
import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';
import type { RegionListing } from './read-region';
import { disksOf, platformOf, type SourceFacts } from './source-facts';

/** A snapshot of this age lacks a quarter's security updates: worth a word, not a refusal. */
const OLD_AFTER_DAYS = 90;
const MILLIS_OF_A_DAY = 86_400_000;

export interface CheckSourceInput extends PlanCheckInput {
  /** The Region's listing, on its way: only an automatic snapshot waits for it. */
  reading: Promise<RegionListing>;
}

/**
 * The source exists in the Region and can be cloned now. Facts of one that cannot are given all the same, so that
 * what else would fail is found in the same run.
 */
export async function checkSource(input: CheckSourceInput): Promise<PlanCheck<SourceFacts | undefined>> {
  const { instanceSnapshotName } = input.request;
  const check =
    instanceSnapshotName === undefined
      ? await checkAutoSnapshot(input)
      : await checkSnapshot({ ...input, instanceSnapshotName });
  return { ...check, warnings: check.facts === undefined ? [] : findOld(check.facts, input.startedAt) };
}

function findOld({ name, createdAt }: SourceFacts, startedAt: string): string[] {
  if (createdAt === undefined) return [];
  const days = Math.floor((Date.parse(startedAt) - Date.parse(createdAt)) / MILLIS_OF_A_DAY);
  return days > OLD_AFTER_DAYS
    ? [`the snapshot of ${name} is ${String(days)} days old: its software lacks the updates since`]
    : [];
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
    return refused({ path, message }, factsOf(instanceSnapshotName, snapshot));
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
    ...(snapshot.arn === undefined ? {} : { arn: snapshot.arn }),
    ...(snapshot.createdAt === undefined ? {} : { createdAt: snapshot.createdAt.toISOString() }),
    ...(snapshot.sizeInGb === undefined ? {} : { sizeGb: snapshot.sizeInGb }),
    ...(snapshot.fromBundleId === undefined ? {} : { fromBundleId: snapshot.fromBundleId }),
    ...(snapshot.fromInstanceName === undefined ? {} : { fromInstanceName: snapshot.fromInstanceName }),
    platform: platformOf(snapshot.fromBlueprintId),
    ...disksOf(disks),
  };
}
