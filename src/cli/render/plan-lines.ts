import type { FleetPlan } from '../../contract/fleet-plan';
import { fit } from './fit';
import { formatCount, formatPrice } from './format-values';
import { printable } from './printable';
import type { Style } from './style';

export interface PlanLinesInput {
  plan: FleetPlan;
  width: number;
  style: Style;
}

/** Names that are listed one by one; beyond, the first and the last say enough. */
const LISTED_NAMES = 6;

/** A plan as a person reads it before saying yes. */
export function planLines({ plan, width, style }: PlanLinesInput): string[] {
  const names = plan.batches.flatMap((batch) => batch.instanceNames);
  const rows: [string, string][] = [
    ['make', `${formatCount(plan.instanceCount, 'instance')}: ${listNames(names)}`],
    ['from', describeSource(plan)],
    ['in', plan.availabilityZone],
    ['bundle', describeBundle(plan)],
    ['calls', `${formatCount(plan.batches.length, 'create call')}, ready when ${describeReady(plan)}`],
    ['cost', `${formatPrice(plan.monthlyPriceUsd)} in all, while they exist`],
    ['or else', 'if one cannot be made, all are removed again'],
  ];
  return [
    ...rows.map(
      ([name, value]) => `  ${style.dim(name.padEnd(8))} ${fit(printable(value), Math.max(10, width - 11))}`,
    ),
    ...plan.warnings.map((warning) => style.yellow(fit(`  warning: ${printable(warning)}`, width))),
  ];
}

function listNames(names: readonly string[]): string {
  if (names.length <= LISTED_NAMES) return names.join(', ');
  return `${names[0] ?? ''}, ${names[1] ?? ''} … ${names.at(-1) ?? ''}`;
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
