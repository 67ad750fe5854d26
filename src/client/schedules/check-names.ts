import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import { expandDiskMapping } from '../../contract/disk-mapping';
import type { Problem } from '../../contract/failures';
import type { FleetPlan } from '../../contract/fleet-plan';
import { expandNameTemplate } from '../../contract/name-template';

const ADVICE = 'expected names that differ from run to run: {date}, {time} or {run} in fleet.nameTemplate';

export interface FindRepeatInput {
  request: CloneFleetInput;
  times: readonly Date[];
}

/**
 * Two runs whose template gives the same names, or nothing. A generation stands when the next one is made, so they would
 * collide; and after a run that failed, one further back stands.
 */
export function findRepeat({ request, times }: FindRepeatInput): Problem | undefined {
  const template = request.fleet?.nameTemplate;
  const [first, second] = times;
  if (first === undefined || second === undefined) return undefined;
  if (template === undefined)
    return collision({
      path: 'request.instanceNames',
      name: request.instanceNames?.[0] ?? '',
      first,
      second,
    });
  if (template.includes('{run}')) return undefined;
  const seen = new Map<string, Date>();
  for (const time of times) {
    const [name = ''] = expandNameTemplate({ template, count: 1, startedAt: time, ownerId: '' });
    const before = seen.get(name);
    if (before !== undefined)
      return collision({ path: 'request.fleet.nameTemplate', name, first: before, second: time });
    seen.set(name, time);
  }
  return undefined;
}

export interface PlannedRun {
  dueAt: Date;
  plan: FleetPlan;
}

/** A name of an instance or a disk that two planned runs both take, or nothing. */
export function findSharedName(request: CloneFleetInput, runs: readonly PlannedRun[]): Problem | undefined {
  const seen = new Map<string, Date>();
  for (const { dueAt, plan } of runs) {
    for (const name of new Set(namesOf(request, plan))) {
      const before = seen.get(name);
      if (before !== undefined)
        return collision({ path: pathOf(request, plan, name), name, first: before, second: dueAt });
      seen.set(name, dueAt);
    }
  }
  return undefined;
}

function namesOf({ attachedDiskMapping: mapping }: CloneFleetInput, plan: FleetPlan): string[] {
  const instanceNames = plan.batches.flatMap((batch) => batch.instanceNames);
  const disks = Object.values(expandDiskMapping({ mapping, instanceNames }) ?? {}).flat();
  return [...instanceNames, ...disks.flatMap(({ newDiskName }) => newDiskName ?? [])];
}

function pathOf({ fleet }: CloneFleetInput, { batches }: FleetPlan, name: string): string {
  if (!batches.some(({ instanceNames }) => instanceNames.includes(name)))
    return 'request.attachedDiskMapping';
  return fleet?.nameTemplate === undefined ? 'request.instanceNames' : 'request.fleet.nameTemplate';
}

function collision({ path, name, first, second }: { path: string; name: string; first: Date; second: Date }) {
  const advice = path === 'request.attachedDiskMapping' ? 'expected {name} in the names of disks' : ADVICE;
  const message = `the runs of ${iso(first)} and ${iso(second)} would both take the name "${name}": ${advice}`;
  return { path, message };
}

function iso(date: Date): string {
  return date.toISOString().replace('.000', '');
}
