import type { AutoSnapshotDetails } from '@aws-sdk/client-lightsail';
import type { CheckSourceInput } from './check-source';
import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';
import { disksOf, platformOf, type SourceFacts } from './source-facts';

/** The automatic snapshot that the request names: of its date, or the newest one that is finished. */
export async function checkAutoSnapshot({
  api,
  region,
  request,
  reading,
  signal,
}: CheckSourceInput): Promise<PlanCheck<SourceFacts | undefined>> {
  const resourceName = request.sourceInstanceName ?? '';
  const [answer, { instances }] = await Promise.all([
    api.getAutoSnapshots({ resourceName }, { signal }),
    reading,
  ]);
  // What its size and platform are is told by the instance, not by its automatic snapshots.
  const instance = instances.find(({ name }) => name === resourceName);
  if (answer === undefined) {
    const message = `no instance "${resourceName}" in ${region}`;
    return refused({ path: 'sourceInstanceName', message }, undefined);
  }
  const chosen = choose(answer.autoSnapshots ?? [], request.restoreDate);
  if (chosen.snapshot?.date === undefined) return refused(noneFor({ request, ...chosen }), undefined);
  const { date, createdAt, fromAttachedDisks } = chosen.snapshot;
  return passed(`automatic snapshot of ${resourceName} from ${date} is there`, {
    name: resourceName,
    ...(instance?.arn === undefined ? {} : { arn: instance.arn }),
    autoSnapshotDate: date,
    ...(createdAt === undefined ? {} : { createdAt: createdAt.toISOString() }),
    ...(instance?.bundleId === undefined ? {} : { fromBundleId: instance.bundleId }),
    fromInstanceName: resourceName,
    platform: platformOf(instance?.blueprintId),
    ...disksOf(fromAttachedDisks ?? []),
  });
}

interface Choice {
  snapshot: AutoSnapshotDetails | undefined;
  /** One of that date which cannot be used. */
  unusable: AutoSnapshotDetails | undefined;
  usable: AutoSnapshotDetails[];
}

function choose(snapshots: AutoSnapshotDetails[], restoreDate: string | undefined): Choice {
  const usable = snapshots
    .filter(({ status, date }) => status === 'Success' && date !== undefined)
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const matches = ({ date }: AutoSnapshotDetails) => restoreDate === undefined || date === restoreDate;
  return {
    snapshot: usable.find(matches),
    unusable: restoreDate === undefined ? undefined : snapshots.find(matches),
    usable,
  };
}

function noneFor({ request, unusable, usable }: Choice & Pick<PlanCheckInput, 'request'>) {
  const { sourceInstanceName = '', restoreDate } = request;
  const dates = usable.map(({ date }) => date).join(', ');
  const state =
    unusable === undefined
      ? ''
      : `: that of ${restoreDate ?? ''} is ${unusable.status ?? 'unknown'}, expected Success`;
  return {
    path: restoreDate === undefined ? 'useLatestRestorableAutoSnapshot' : 'restoreDate',
    message: `"${sourceInstanceName}" has no finished automatic snapshot for it${state} (dates there are: ${dates === '' ? 'none' : dates})`,
  };
}
