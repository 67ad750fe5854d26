import type { FleetView } from '../../client';
import type { InstanceProgress } from '../../contract/fleet-progress';
import { byUrgency } from '../../contract/fleet-states';
import { endedFromOutside } from '../render/ended-from-outside';
import { countStates } from '../render/fleet-lines';
import { deletedText } from '../render/deleted-text';
import { formatCount, formatDuration, formatPrice, formatSeconds, formatTime } from '../render/format-values';
import { instanceSegments } from './instance-segments';
import type { Segment } from './phases';

/** Room behind the end, so that what became ready last has a bar to see. */
const PADDING = 0.04;

/** A fleet that was refused at once still has an axis. */
const LEAST_MILLIS = 1000;

export interface TimelineRow {
  instance: InstanceProgress;
  segments: Segment[];
  /** `ready after 31.7 s`, or the problem. */
  text: string;
  /** It goes on. */
  open: boolean;
}

/** A fleet on one axis of time, for whoever draws it. Times in milliseconds of the epoch. */
export interface FleetTimeline {
  title: string;
  /** One fact each. */
  facts: string[];
  from: number;
  /** When the run ended, or now. */
  end: number;
  /** Where the axis ends: a little later. */
  to: number;
  rows: TimelineRow[];
  /** `and 188 more: 188 ready`. */
  hidden?: string | undefined;
  /** What is not known, and why. */
  note?: string | undefined;
}

export interface FleetTimelineInput {
  view: FleetView;
  now: Date;
  /** Rows at the most; beyond, what is not ready comes first. */
  maxRows: number;
}

/** What is known of a fleet's instances over time. */
export function fleetTimeline({ view, now, maxRows }: FleetTimelineInput): FleetTimeline {
  const from = Date.parse(view.startedAt);
  const end = Math.max(
    from + LEAST_MILLIS,
    view.closedAt === undefined ? now.getTime() : Date.parse(view.closedAt),
  );
  const to = end + (end - from) * PADDING;
  const { instances, note } = instancesOf(view);
  const shown = instances.length <= maxRows ? instances : byUrgency(instances).slice(0, maxRows);
  const isShown = new Set(shown);
  const rest = instances.filter((one) => !isShown.has(one));
  return {
    title: `Fleet ${view.fleetId}: ${stateOf(view)}`,
    facts: factsOf(view, end - from),
    ...{ from, end, to, note },
    rows: shown.map((instance) => ({
      instance,
      segments: instanceSegments({ instance, end: to }),
      text: textOf(instance),
      open: view.closedAt === undefined && !ENDED.has(instance.state),
    })),
    hidden: rest.length === 0 ? undefined : `and ${String(rest.length)} more: ${countStates(rest)}`,
  };
}

const ENDED = new Set(['planned', 'ready', 'failed', 'removed', 'left-behind']);

/** Without a worker's answer the result still tells how long each took, and a failure what is wrong with which. */
function instancesOf({ progress, outcome }: FleetView): { instances: InstanceProgress[]; note?: string } {
  if (progress !== undefined)
    return progress.instances.length === 0
      ? { instances: [], note: 'no instance has been asked for' }
      : { instances: progress.instances };
  const silent = 'no worker answers, so it is not known when each instance was asked for';
  if (outcome?.kind === 'ready') {
    const instances = outcome.result.instances.map(({ name, publicIpAddress, secondsToReady }) => {
      const readyAt = Date.parse(outcome.result.readyAt);
      const requestedAt = new Date(readyAt).toISOString();
      const ready = { state: 'ready' as const, readyAt: outcome.result.readyAt };
      return { name, publicIpAddress, secondsToReady, requestedAt, ...ready };
    });
    return { instances, note: `${silent}: each was ready at the latest where its bar begins` };
  }
  if (outcome?.kind !== 'failed') return { instances: [], note: silent };
  const instances = (outcome.failure.details?.instances ?? []).map(({ name, message }) => ({
    ...{ name, state: 'failed' as const, problem: message },
  }));
  return { instances, note: silent };
}

function stateOf({ progress, outcome, deleted }: FleetView): string {
  if (deleted !== undefined) return 'deleted since';
  return endedFromOutside({ outcome }) ?? progress?.state ?? outcome?.kind ?? 'running';
}

function factsOf({ startedAt, closedAt, progress, deleted }: FleetView, millis: number): string[] {
  const { source, availabilityZone, requested, counts, monthlyPriceUsd, cause } = progress ?? {};
  return [
    ...(source === undefined ? [] : [`from ${source}`]),
    ...(availabilityZone === undefined ? [] : [`in ${availabilityZone}`]),
    ...(requested ? [`${String(counts?.ready ?? 0)} of ${formatCount(requested, 'instance')} ready`] : []),
    ...(monthlyPriceUsd === undefined ? [] : [formatPrice(monthlyPriceUsd)]),
    `started ${formatTime(startedAt)}`,
    closedAt === undefined
      ? `running for ${formatDuration(millis / 1000)}`
      : `took ${formatDuration(millis / 1000)}`,
    ...(cause === undefined ? [] : [`${cause.type}: ${cause.message}`]),
    ...(deleted === undefined ? [] : [`${deletedText(deleted)} ${formatTime(deleted.at)} by ${deleted.by}`]),
  ];
}

function textOf({ state, problem, secondsToReady, ...tries }: InstanceProgress): string {
  const before = tries.earlierCount ?? tries.earlier?.length ?? 0;
  const again = before === 0 ? '' : `, made ${formatCount(before + 1, 'time')}`;
  if (state === 'ready' && secondsToReady !== undefined)
    return `ready, ${formatSeconds(secondsToReady)}${again}`;
  return problem === undefined || state === 'ready' ? `${state}${again}` : `${state}${again}: ${problem}`;
}
