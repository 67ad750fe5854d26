import type { FoundInstance } from '../contract/found-instance';
import { undoActivities } from './activity-options';
import { lateNames } from './late-names';
import { atLeastMinutes, type Undo } from './undo';

/** What is there of these names and ours by tag; its disks are recorded in history and in the run. */
export async function findMade({
  undo,
  names,
  pass,
}: {
  undo: Undo;
  names: string[];
  pass: number;
}): Promise<FoundInstance[]> {
  const { run, minutes, label, unknownSince, request } = undo;
  const { findInstances } = undoActivities({
    activityId: `${label}find/${String(pass)}`,
    summary: 'find what is ours, by tags',
    minutes,
  });
  const { region, source } = run.requirePlan;
  const { answeredAt } = lateNames({ run, names });
  const { instances, leftAlone = [] } = await findInstances({
    ...run.ownership,
    region,
    instanceNames: names,
    unknownSince: [unknownSince ?? [], answeredAt ?? []].flat().sort().at(-1),
    attachedDiskMapping: request.attachedDiskMapping,
    snapshotDiskPaths: source.diskPaths,
    outlastRefusalsUntil: undo.outlastRefusals ? atLeastMinutes(undo) : undefined,
    made: names.map((name) => ({ name, operationId: run.instances.get(name)?.operationId })),
  });
  undo.leftAlone = leftAlone;
  for (const { name, disks } of instances) {
    run.seen.add(name);
    for (const disk of disks.filter(({ ours }) => ours))
      run.disks.set(disk.name, { ...disk, instanceName: name });
  }
  return instances;
}
