import { CancellationScope } from '@temporalio/workflow';
import type { FoundInstance } from '../contract/activities';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { Survivor } from '../contract/failures';
import { undoActivities } from './activity-options';
import { rootOf } from './fleet-failure';
import type { FleetRun } from './fleet-run';
import { removeLeftDisks } from './remove-left-disks';
import { inChunks, type Undo } from './undo';

/**
 * Looks at the account this often: once to find, once to see that it is clean, and again for what had a disk
 * that was not recorded yet or landed late.
 */
const MAX_PASSES = 10;

/** One pass of removing has at least this long. */
const LEAST_MINUTES = 2;

/**
 * Undoes everything that the run may have made, newest first, and verifies that nothing is left. Not cancellable.
 * Goes on past what fails; returns what is still there.
 */
export async function rollBack({
  run,
  request,
}: {
  run: FleetRun;
  request: CloneFleetInput;
}): Promise<Survivor[]> {
  return CancellationScope.nonCancellable(async () => {
    const minutes = run.requirePlan.limits.rollbackMinutes;
    const undo: Undo = {
      run,
      request,
      minutes,
      deadline: new Date(Date.now() + minutes * 60_000).toISOString(),
      disks: new Map(),
    };
    const survivors = await removeAllInstances(undo);
    return [...survivors, ...(await removeLeftDisks(undo, survivors))];
  });
}

async function removeAllInstances(undo: Undo): Promise<Survivor[]> {
  const { run } = undo;
  const names = run.registered
    .filter((batch) => !batch.nothingMade)
    .flatMap((batch) => batch.instanceNames)
    .reverse();
  const survivors = new Map<string, Survivor>();
  for (let pass = 1; names.length > survivors.size; pass++) {
    const wanted = names.filter((name) => !survivors.has(name));
    const step = await removeOnce({ undo, names: wanted, pass });
    for (const survivor of step.survivors) survivors.set(survivor.name, survivor);
    if (step.clean) break;
  }
  run.update(names, { state: 'removed' });
  run.update([...survivors.keys()], { state: 'left-behind' });
  return [...survivors.values()];
}

/** One look at the account and the removal of what it found. `clean` when there was nothing to find. */
async function removeOnce({ undo, names, pass }: { undo: Undo; names: string[]; pass: number }) {
  try {
    const found = await findAll({ undo, names, pass });
    if (found.length === 0) return { clean: true, survivors: [] };
    if (pass > MAX_PASSES) {
      const cause = `it was still found after ${String(MAX_PASSES)} looks`;
      return { clean: true, survivors: found.map(({ name }) => survivor(name, cause)) };
    }
    return { clean: false, survivors: await removeFound({ undo, found, pass }) };
  } catch (error) {
    const cause = `it may be there, as nobody could look: ${causeText(error)}`;
    return { clean: true, survivors: names.map((name) => survivor(name, cause)) };
  }
}

async function findAll({
  undo,
  names,
  pass,
}: {
  undo: Undo;
  names: string[];
  pass: number;
}): Promise<FoundInstance[]> {
  const { run, minutes, disks } = undo;
  const { findInstances } = undoActivities({
    activityId: `find/${String(pass)}`,
    summary: 'find what is ours, by tags',
    minutes,
  });
  const { region } = run.requirePlan;
  const { instances } = await findInstances({
    ...run.ownership,
    region,
    instanceNames: names,
    unknownSince: run.unknownSince,
    attachedDiskMapping: undo.request.attachedDiskMapping,
    snapshotDiskPaths: run.requirePlan.source.diskPaths,
  });
  for (const { name, disks: attached } of instances) {
    for (const disk of attached.filter(({ ours }) => ours))
      disks.set(disk.name, { ...disk, instanceName: name });
  }
  return instances;
}

async function removeFound({
  undo,
  found,
  pass,
}: {
  undo: Undo;
  found: FoundInstance[];
  pass: number;
}): Promise<Survivor[]> {
  const { run, minutes } = undo;
  // What lands late is still given some minutes, also when the rollback's own are used up.
  const deadline = new Date(
    Math.max(Date.parse(undo.deadline), Date.now() + LEAST_MINUTES * 60_000),
  ).toISOString();
  const { region } = run.requirePlan;
  const instances = found.map((instance) => ({
    ...instance,
    operationEnded: run.operationEnded.has(instance.name),
  }));
  run.update(
    found.map(({ name }) => name),
    { state: 'removing' },
  );
  const results = await Promise.all(
    inChunks(instances).map(async (chunk) => {
      const label = `${chunk[0]?.name ?? ''}${chunk.length > 1 ? ` and ${String(chunk.length - 1)} more` : ''}`;
      const { removeInstances } = undoActivities({
        activityId: `remove/${String(pass)}/${label}`,
        summary: `remove ${label}`,
        minutes,
      });
      try {
        const result = await removeInstances({ ...run.ownership, region, instances: chunk, deadline });
        run.update(result.removed, { state: 'removed' });
        return result.survivors;
      } catch (error) {
        return chunk.map(({ name }) => survivor(name, `its removal failed: ${causeText(error)}`));
      }
    }),
  );
  return results.flat();
}

function survivor(name: string, cause: string): Survivor {
  return { resourceType: 'Instance', name, cause };
}

function causeText(error: unknown): string {
  const root = rootOf(error);
  return root instanceof Error ? root.message : String(root);
}
