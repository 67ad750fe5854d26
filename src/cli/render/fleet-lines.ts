import type { FleetView } from '../../client';
import type { FleetProgress, InstanceProgress } from '../../contract/fleet-progress';
import { byUrgency, INSTANCE_STATES, type FleetState } from '../../contract/fleet-states';
import { endedFromOutside } from './ended-from-outside';
import { fit } from './fit';
import { formatDuration, formatPrice } from './format-values';
import { instanceLine, nameWidthOf } from './instance-line';
import { printable } from './printable';
import { retryLines } from './retry-lines';
import type { Style } from './style';

export interface FleetLinesInput {
  view: FleetView;
  /** Columns of the terminal. */
  width: number;
  /** Lines that may be used. */
  height: number;
  now: Date;
  style: Style;
}

/** A fleet as the lines of a screen, never wider nor higher than it. */
export function fleetLines({ view, width, height, now, style }: FleetLinesInput): string[] {
  const { progress } = view;
  if (progress === undefined) return [fit(`${printable(view.fleetId)}  ${waitingFor(view)}`, width)];
  const head = headLines({ view, progress, width, now, style });
  const room = Math.max(0, height - head.length);
  return [...head, ...instanceLines({ progress, width, room, now, style })].slice(0, Math.max(1, height));
}

function waitingFor({ workerSilent, outcome }: FleetView): string {
  if (outcome !== undefined)
    return `${endedFromOutside({ outcome }) ?? outcome.kind} (no worker answers, so its instances are not known here)`;
  return workerSilent ? 'waits for a worker (none answers): lightsail-fleet worker' : 'planning';
}

interface HeadInput extends Omit<FleetLinesInput, 'height'> {
  progress: FleetProgress;
}

function headLines({ view, progress, width, now, style }: HeadInput): string[] {
  const { state, counts, requested, source, availabilityZone, monthlyPriceUsd, cause } = progress;
  const until = view.closedAt === undefined ? now.getTime() : Date.parse(view.closedAt);
  const elapsed = formatDuration((until - Date.parse(view.startedAt)) / 1000);
  const ready = requested === 0 ? '' : `  ${String(counts.ready ?? 0)} of ${String(requested)} ready`;
  const ended = view.deleted === undefined ? endedFromOutside(view) : 'deleted';
  const shown = ended ?? state;
  const title = fit(`${printable(view.fleetId)}  ${shown}${ready}  ${elapsed}`, width);
  const painted = ended === undefined ? paintFleetState(style, state) : style.red(ended);
  const lines = [title.replace(shown, painted)];
  const from = [
    source === undefined ? undefined : `from ${source}`,
    availabilityZone === undefined ? undefined : `in ${availabilityZone}`,
    // What is gone costs nothing any more.
    monthlyPriceUsd === undefined || state === 'rolled-back' || view.deleted !== undefined
      ? undefined
      : formatPrice(monthlyPriceUsd),
  ].filter((part) => part !== undefined);
  if (from.length > 0) lines.push(style.dim(fit(`  ${printable(from.join(', '))}`, width)));
  if (cause !== undefined) lines.push(style.red(fit(`  ${cause.type}: ${printable(cause.message)}`, width)));
  for (const line of retryLines(view.retries)) lines.push(style.yellow(fit(`  ${line}`, width)));
  if (view.workerSilent && view.outcome === undefined) {
    lines.push(style.yellow(fit('  no worker answers: shown is the last that is known', width)));
  }
  return lines;
}

interface InstanceLinesInput {
  progress: FleetProgress;
  width: number;
  room: number;
  now: Date;
  style: Style;
}

function instanceLines({ progress: { instances }, width, room, now, style }: InstanceLinesInput): string[] {
  const nameWidth = nameWidthOf(instances, width);
  const line = (instance: InstanceProgress) => instanceLine({ instance, nameWidth, width, now, style });
  if (instances.length <= room) return instances.map(line);
  if (room < 2) return instances.length === 0 || room < 1 ? [] : [fit(`  ${countStates(instances)}`, width)];
  const urgent = byUrgency(instances);
  const rest = urgent.slice(room - 1);
  const more = fit(`  and ${String(rest.length)} more: ${countStates(rest)}`, width);
  return [...urgent.slice(0, room - 1).map(line), style.dim(more)];
}

/** `12 ready, 2 waiting`. */
export function countStates(instances: readonly InstanceProgress[]): string {
  return INSTANCE_STATES.map(
    (state) => [state, instances.filter((one) => one.state === state).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${String(count)} ${state}`)
    .join(', ');
}

export function paintFleetState(style: Style, state: FleetState): string {
  switch (state) {
    case 'ready':
      return style.green(state);
    case 'rollback-incomplete':
      return style.red(state);
    case 'rolling-back':
    case 'rolled-back':
      return style.yellow(state);
    case 'planning':
    case 'creating':
    case 'waiting':
      return style.cyan(state);
  }
}
