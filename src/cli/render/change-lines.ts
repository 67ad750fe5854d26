import type { FleetView } from '../../client';
import type { InstanceProgress } from '../../contract/fleet-progress';
import type { InstanceState } from '../../contract/fleet-states';
import { formatSeconds } from './format-values';
import { printable } from './printable';

/** States in which each instance has something of its own to tell: its address, or what is wrong with it. */
const TOLD_ONE_BY_ONE: readonly InstanceState[] = ['ready', 'failed', 'left-behind'];

/** More changes to one such state at once make one line all the same: a log of 1,000 instances stays readable. */
const MAX_LINES_A_STATE = 25;

/** So many instances in another state are named, more are summed up. */
const NAMED_IN_A_LINE = 3;

export interface ChangeLinesInput {
  before: FleetView | undefined;
  after: FleetView;
}

/** What changed between two looks at a fleet, as lines of a log. None when nothing did. */
export function changeLines({ before, after }: ChangeLinesInput): string[] {
  return [
    ...stateLines({ before, after }),
    ...workerLines({ before, after }),
    ...instanceLines(before?.progress?.instances ?? [], after.progress?.instances ?? []),
  ];
}

function stateLines({ before, after: { progress } }: ChangeLinesInput): string[] {
  if (progress === undefined || progress.state === before?.progress?.state) return [];
  const { state, counts, requested, cause } = progress;
  const ready = requested === 0 ? '' : `, ${String(counts.ready ?? 0)} of ${String(requested)} ready`;
  const isNews = cause !== undefined && before?.progress?.cause === undefined;
  return [`fleet ${state}${ready}${isNews ? `, because of ${cause.type}: ${printable(cause.message)}` : ''}`];
}

function workerLines({ before, after }: ChangeLinesInput): string[] {
  // Once a run has ended nobody has to work on it.
  const silent = after.workerSilent && after.outcome === undefined;
  if (silent && before?.workerSilent !== true) {
    return ['no worker answers: the run waits for one (lightsail-fleet worker)'];
  }
  return before?.workerSilent === true && !after.workerSilent ? ['a worker answers again'] : [];
}

function instanceLines(before: readonly InstanceProgress[], after: readonly InstanceProgress[]): string[] {
  const known = new Map(before.map((instance) => [instance.name, instance]));
  const byState = new Map<InstanceState, InstanceProgress[]>();
  const lines: string[] = [];
  for (const instance of after) {
    const { name, state, problem } = instance;
    if ((known.get(name)?.state ?? 'planned') === state) continue;
    // It failed between two looks, and is being removed already.
    const isNews = problem !== undefined && problem !== known.get(name)?.problem;
    if (isNews && state === 'removing' && lines.length < MAX_LINES_A_STATE) lines.push(ownLine(instance));
    else byState.set(state, [...(byState.get(state) ?? []), instance]);
  }
  const others = [...byState].flatMap(([state, changed]) =>
    TOLD_ONE_BY_ONE.includes(state) && changed.length <= MAX_LINES_A_STATE
      ? changed.map(ownLine)
      : [sharedLine(state, changed)],
  );
  return [...lines, ...others];
}

function ownLine({
  name,
  state,
  publicIpAddress,
  ipv6Address,
  secondsToReady,
  problem,
}: InstanceProgress): string {
  const took = secondsToReady === undefined ? undefined : `after ${formatSeconds(secondsToReady)}`;
  const details = state === 'ready' ? [publicIpAddress ?? ipv6Address, took] : [problem];
  return printable([`${name} ${state}`, ...details.filter((part) => part !== undefined)].join('  '));
}

function sharedLine(state: InstanceState, changed: readonly InstanceProgress[]): string {
  const names = changed.map(({ name }) => name);
  const shown =
    names.length <= NAMED_IN_A_LINE
      ? names.join(', ')
      : `${String(names.length)} instances (${names[0] ?? ''} … ${names.at(-1) ?? ''})`;
  return printable(`${shown} ${state}`);
}
