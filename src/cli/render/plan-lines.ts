import type { FleetPlan } from '../../contract/fleet-plan';
import { formatCount, formatPrice } from './format-values';
import { printable } from './printable';
import { describeStanding, describeZones } from './standing-text';
import { wrap } from './wrap';
import type { Style } from './style';

export interface PlanLinesInput {
  plan: FleetPlan;
  width: number;
  style: Style;
}

/** Names that are listed one by one; beyond, the first and the last say enough. */
const LISTED_NAMES = 6;

/** A plan as a person reads it before saying yes: what is made, what was checked, what to know. */
export function planLines({ plan, width, style }: PlanLinesInput): string[] {
  const block = ([name, text]: [string, string]) =>
    wrap({ text: printable(text), width: width - 11 }).map((line) => ({
      name: (line.first ? name : '').padEnd(8),
      text: line.text,
    }));
  return [
    ...planRows(plan)
      .flatMap(block)
      .map(({ name, text }) => `  ${style.dim(name)} ${text}`),
    ...plan.checks
      .flatMap((check) => block(['ok', check]))
      .map(({ name, text }) => `  ${style.green(name)} ${text}`),
    ...plan.warnings
      .flatMap((warning) => block(['warning:', warning]))
      .map(({ name, text }) => style.yellow(`  ${name} ${text}`)),
  ];
}

/** The last line of `plan`, which makes nothing. */
export function planSummary(plan: FleetPlan): string {
  const { instanceCount, disks, warnings, monthlyPriceUsd } = plan;
  const made = [
    formatCount(instanceCount, 'instance'),
    ...(disks === undefined ? [] : [formatCount(disks.count, 'disk')]),
  ];
  const warned = warnings.length === 0 ? '' : `, ${formatCount(warnings.length, 'warning')}`;
  return `plan: ${made.join(' and ')} to make, ${formatPrice(monthlyPriceUsd)}${warned}. Nothing was made`;
}

function planRows(plan: FleetPlan): [string, string][] {
  const names = plan.batches.flatMap((batch) => batch.instanceNames);
  const hourly = plan.hourlyPriceUsd === undefined ? '' : ` (${plan.hourlyPriceUsd.toFixed(4)} USD an hour)`;
  return [
    ['make', `${formatCount(plan.instanceCount, 'instance')}: ${listNames(names)}`],
    ...describeDisks(plan).map((text): [string, string] => ['and', text]),
    ['from', describeSource(plan)],
    ['in', describeZones(plan)],
    ...(plan.accountId === undefined ? [] : ([['account', plan.accountId]] satisfies [string, string][])),
    ['bundle', describeBundle(plan)],
    ...describeLaunch(plan).map((text): [string, string] => ['with', text]),
    ...describeCapacity(plan).map((text): [string, string] => ['Region', text]),
    ['calls', `${formatCount(plan.batches.length, 'create call')}, ready when ${describeReady(plan)}`],
    ['cost', `${formatPrice(plan.monthlyPriceUsd)} in all${hourly}, while they exist`],
    ['failing', describeStanding(plan)],
    ...describeGroup(plan).map((text): [string, string] => ['group', text]),
  ];
}

function describeGroup({ group }: FleetPlan): string[] {
  if (group === undefined) return [];
  const { name, keepLast, standing, deletes, deletesCount } = group;
  const older = `${name}, ${formatCount(standing, 'older fleet')} in the Region`;
  if (keepLast === undefined) return [`${older}; without keepLast none is deleted`];
  const rest = deletesCount > deletes.length ? ` and ${String(deletesCount - deletes.length)} more` : '';
  const gone = deletesCount === 0 ? 'none is deleted' : `${deletes.join(', ')}${rest} deleted`;
  return [`${older}; keeps the last ${String(keepLast)}: once this one is ready, ${gone}`];
}

function listNames(names: readonly string[]): string {
  if (names.length <= LISTED_NAMES) return names.join(', ');
  return `${names[0] ?? ''}, ${names[1] ?? ''} … ${names.at(-1) ?? ''}`;
}

function describeDisks({ disks }: FleetPlan): string[] {
  if (disks === undefined) return [];
  const { count, totalGb, monthlyPriceUsd, names = [], named = names.length } = disks;
  const unnamed = named < count ? [`${String(count - named)} with names that AWS chooses`] : [];
  const called = [...(names.length === 0 ? [] : [listNames(names)]), ...unnamed].join(', and ');
  return [
    `${formatCount(count, 'disk')}: ${called}; ${String(totalGb)} GB in all (${formatPrice(monthlyPriceUsd)})`,
  ];
}

function describeSource({ source }: FleetPlan): string {
  const date =
    source.autoSnapshotDate === undefined ? '' : `, automatic snapshot of ${source.autoSnapshotDate}`;
  const size = source.sizeGb === undefined ? '' : `, ${String(source.sizeGb)} GB`;
  return `${source.name}${date}${size}`;
}

function describeBundle({ bundle }: FleetPlan): string {
  const parts = [
    bundle.cpuCount === undefined ? undefined : `${String(bundle.cpuCount)} vCPU`,
    bundle.ramSizeGb === undefined ? undefined : `${String(bundle.ramSizeGb)} GB RAM`,
    bundle.diskSizeGb === undefined ? undefined : `${String(bundle.diskSizeGb)} GB disk`,
    bundle.monthlyPriceUsd === undefined ? undefined : `${bundle.monthlyPriceUsd.toFixed(2)} USD each`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? bundle.id : `${bundle.id} (${parts.join(', ')})`;
}

function describeReady({ waitFor, limits }: FleetPlan): string {
  const minutes = `${String(limits.operationMinutes)} + ${String(limits.readyMinutes)} minutes at most`;
  if (waitFor === 'operation') return `its operation has succeeded (${minutes})`;
  if (waitFor === 'running') return `running with its address (${minutes})`;
  return `port ${String(waitFor.port)} answers (${minutes})`;
}

function describeLaunch({ launch }: FleetPlan): string[] {
  if (launch === undefined) return [];
  const { keyPairName, ipAddressType, userDataBytes, userDataFile, addOns, tags } = launch;
  const bytes = userDataBytes === undefined ? '' : ` of ${formatCount(userDataBytes, 'byte')}`;
  const parts = [
    keyPairName === undefined ? [] : [`key pair ${keyPairName}`],
    ipAddressType === undefined ? [] : [ipAddressType],
    userDataBytes === undefined && userDataFile === undefined
      ? []
      : [`user data${userDataFile === undefined ? '' : ` ${userDataFile}`}${bytes}`],
    addOns.map((addOn) => `add-on ${addOn}`),
    tags.map((tag) => `tag ${tag}`),
  ].flat();
  return parts.length === 0 ? [] : [parts.join(', ')];
}

function describeCapacity({ region, capacity }: FleetPlan): string[] {
  if (capacity === undefined) return [];
  const { instances, vcpus } = capacity;
  const quota = vcpus.quota === undefined ? '' : `, quota ${String(vcpus.quota)} vCPUs`;
  const sum = (part: { existing: number; added: number }) => part.existing + part.added;
  return [
    `${region} has ${formatCount(instances.existing, 'instance')} with ${formatCount(vcpus.existing, 'vCPU')} now, and ${String(sum(instances))} with ${String(sum(vcpus))} after this${quota}`,
  ];
}
