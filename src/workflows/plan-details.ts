import type { FleetPlan } from '../contract/fleet-plan';
import { formatCount, formatPrice, formatTime } from './details-text';
import { escape, inFrame, Page } from './markdown';

/** Names that are listed one by one; beyond, the first and the last say enough. */
const LISTED_NAMES = 3;

const MOST_LINES = 20;

/** What a run makes: of one that something else than our client has started, nothing else tells it. */
export function addPlanTable(page: Page, plan: FleetPlan): void {
  const rows = rowsOf(plan).map(([name, value]) => [name, escape(value)]);
  page.addTable({ head: ['Plan', ''], rows, count: rows.length });
}

/** The answer of `planFleet`. */
export function renderPlan(plan: FleetPlan): string {
  const page = new Page();
  const { instanceCount, monthlyPriceUsd, source, availabilityZone, warnings, checks } = plan;
  page.add(
    `### planned: ${formatCount(instanceCount, 'instance')}, ${formatPrice(monthlyPriceUsd)}`,
    `Of **${escape(source.name)}** in ${escape(availabilityZone)}. Nothing was made.`,
  );
  page.addList({ title: '**Warnings**', rows: warnings.map((text) => escape(text)), most: MOST_LINES });
  addPlanTable(page, plan);
  page.addList({ title: '**Checked**', rows: checks.map((text) => escape(text)), most: MOST_LINES });
  return inFrame(page);
}

/** Why `planFleet` refused, one problem a line. */
export function renderRefusal({ type, message }: { type: string; message: string }): string {
  const page = new Page();
  const [first = '', ...rest] = message.split('\n');
  page.add(`### ${escape(type)}`, escape(first));
  page.addList({ title: '', rows: rest.map((line) => escape(line)), most: MOST_LINES });
  return inFrame(page);
}

function rowsOf(plan: FleetPlan): [string, string][] {
  const { bundle, source, standing, limits, batches, disks, group } = plan;
  const names = batches.flatMap(({ instanceNames }) => instanceNames);
  const listed =
    names.length <= LISTED_NAMES ? names.join(', ') : `${names[0] ?? ''} … ${names.at(-1) ?? ''}`;
  const price = bundle.monthlyPriceUsd === undefined ? '' : `, ${bundle.monthlyPriceUsd.toFixed(2)} USD each`;
  const madeAt = source.createdAt === undefined ? '' : `, of ${formatTime(source.createdAt)}`;
  const { minReady, replaceFailed, fallbackZones, onFailure } = standing;
  return [
    ['source', `${source.name}${madeAt}`],
    ['names', `${listed}, in ${formatCount(batches.length, 'create call')}`],
    ['bundle', `${bundle.id}${price}`],
    ...(disks === undefined
      ? []
      : [['disks', `${String(disks.count)}, ${String(disks.totalGb)} GB in all`] as [string, string]]),
    ...(fallbackZones.length === 0
      ? []
      : [['when the zone is full', fallbackZones.join(', ')] as [string, string]]),
    [
      'ready when',
      `${describeReady(plan)}, in ${String(limits.operationMinutes)} + ${String(limits.readyMinutes)} minutes`,
    ],
    ['stands with', `${String(minReady)} ready; one that fails is made again ${times(replaceFailed)}`],
    [
      'when it does not',
      onFailure === 'keep' ? 'kept for inspection' : `removed, in ${String(limits.rollbackMinutes)} minutes`,
    ],
    ...(group === undefined ? [] : [['group', describeGroup(group)] as [string, string]]),
  ];
}

function describeReady({ waitFor }: FleetPlan): string {
  if (waitFor === 'operation') return 'its operation has succeeded';
  return waitFor === 'running' ? 'running, with its address' : `port ${String(waitFor.port)} answers`;
}

function describeGroup({ name, keepLast, standing }: NonNullable<FleetPlan['group']>): string {
  const keeps = keepLast === undefined ? '' : `, keeps the last ${String(keepLast)}`;
  return `${name}${keeps}; ${formatCount(standing, 'older fleet')} when it was planned`;
}

function times(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : `${String(count)} times`;
}
