import type {
  CloneFleetInput,
  ListedSchedule,
  ProposedSchedule,
  ScheduleRun,
  ScheduleView,
} from '../../client';
import { formatCount, formatDuration, formatPrice, formatTime } from './format-values';
import { printable } from './printable';
import { tableLines } from './table';

/** Next runs that are told. */
const SHOWN_RUNS = 5;

/** What somebody should know before a schedule is created: when it runs, and what it comes to cost. */
export function proposedLines({ nextRuns, cost }: ProposedSchedule): string[] {
  const { runsIn30Days, keepLast, standingMonthlyUsd, generationMonthlyUsd } = cost;
  const due = runsIn30Days >= 1000 ? '1000 runs or more' : formatCount(runsIn30Days, 'run');
  const stand =
    keepLast === undefined
      ? `and nothing deletes one (see --group and --keep-last): ${formatPrice(standingMonthlyUsd)} after that`
      : `of which the last ${String(keepLast)} stand, and one more while the next is made: ${formatPrice(generationMonthlyUsd * keepLast)} for these`;
  return [
    `  due      ${nextRuns.map(formatTime).join(', ')}`,
    `  cost     ${formatPrice(generationMonthlyUsd)} a generation; ${due} in 30 days, ${stand}`,
  ];
}

export interface ScheduleTableInput {
  schedules: readonly ListedSchedule[];
  width: number;
}

export function scheduleTable({ schedules, width }: ScheduleTableInput): string[] {
  const head = ['SCHEDULE', 'STATE', 'NEXT RUN', 'LAST RUN', 'SOURCE', 'GROUP', 'SIZE', 'USD/MONTH', 'WHEN'];
  const rows = schedules.map((one) => [
    one.scheduleId,
    one.paused ? 'paused' : one.nextRunAt === undefined ? 'over' : 'active',
    one.nextRunAt === undefined ? '' : formatTime(one.nextRunAt),
    one.lastRunAt === undefined ? '' : formatTime(one.lastRunAt),
    one.source ?? '',
    one.group ?? '',
    one.instances === undefined ? '' : String(one.instances),
    one.monthlyPriceUsd?.toFixed(2) ?? '',
    whenText(one, one.timeZone),
  ]);
  return tableLines({ head, rows, width });
}

export interface ScheduleLinesInput {
  view: ScheduleView;
  width: number;
}

/** All that is known of a schedule: when it is due, what it makes and costs, how its last runs came out. */
export function scheduleLines({ view, width }: ScheduleLinesInput): string[] {
  const { scheduleId, note, times, source, region, group, keepLast, nextRuns, runs } = view;
  const row = (name: string, text: string) => `  ${name.padEnd(9)}${printable(text)}`;
  const rotation =
    keepLast === undefined ? 'nothing deletes a generation' : `keeps the last ${String(keepLast)}`;
  return [
    `schedule ${scheduleId}: ${stateOf(view)}`,
    ...(note === undefined ? [] : [row('note', note)]),
    row('when', `${whenText(times, times.timeZone)}${limitsOf(view)}`),
    row('makes', `${namesOf(view)} from ${source} in ${region}`),
    row('group', group === undefined ? 'none: nothing deletes a generation' : `${group}, ${rotation}`),
    row('policy', policyOf(view)),
    row('cost', costText(view)),
    row('next', nextRuns.length === 0 ? 'none' : nextRuns.slice(0, SHOWN_RUNS).map(formatTime).join(', ')),
    row('so far', countsOf(view)),
    ...(runs.length === 0 ? [] : ['', ...runTable({ runs, width })]),
    ...nextSteps(view),
  ];
}

function namesOf({ request }: ScheduleView): string {
  const { instanceNames, fleet } = (request ?? {}) as Partial<CloneFleetInput>;
  const count = instanceNames?.length ?? fleet?.count ?? 0;
  return `${formatCount(count, 'instance')} ${instanceNames?.join(', ') ?? fleet?.nameTemplate ?? ''}`;
}

function stateOf({ paused, remainingRuns, nextRuns }: ScheduleView): string {
  if (paused) return 'paused';
  if (remainingRuns === 0) return 'over, no runs are left';
  return nextRuns.length === 0 ? 'over' : 'active';
}

function whenText({ cron, calendars }: Pick<ListedSchedule, 'cron' | 'calendars'>, timeZone: string): string {
  const written = [...(cron ?? []), ...(calendars ?? []).map((one) => JSON.stringify(one))];
  return `${written.length === 0 ? 'see the Temporal UI' : written.join('; ')} (${timeZone})`;
}

function limitsOf({ times: { jitterSeconds, startAt, endAt } }: ScheduleView): string {
  return [
    ...(jitterSeconds === 0 ? [] : [`up to ${String(jitterSeconds)} s later`]),
    ...(startAt === undefined ? [] : [`from ${formatTime(startAt)}`]),
    ...(endAt === undefined ? [] : [`until ${formatTime(endAt)}`]),
  ]
    .map((text) => `, ${text}`)
    .join('');
}

function policyOf({ overlap, catchupMinutes, pauseOnFailure, remainingRuns }: ScheduleView): string {
  const failure = !pauseOnFailure
    ? 'goes on after a failure'
    : overlap === 'allow-all'
      ? 'a failure does not pause it, as runs that overlap are not followed'
      : 'a failure pauses it';
  const left = remainingRuns === undefined ? 'no limit of runs' : `${formatCount(remainingRuns, 'run')} left`;
  return `overlap ${overlap}, makes up for ${String(catchupMinutes)} minutes, ${failure}, ${left}`;
}

function costText({ generationMonthlyUsd, keepLast }: ScheduleView): string {
  if (generationMonthlyUsd === undefined) return 'not known before a run is ready';
  const one = `${formatPrice(generationMonthlyUsd)} a generation`;
  if (keepLast === undefined) return `${one}, each until somebody deletes it`;
  return `${one}; ${formatPrice(generationMonthlyUsd * keepLast)} for the last ${String(keepLast)}, and one more while the next is made`;
}

function countsOf({ taken, skippedOverlap, missedCatchup }: ScheduleView): string {
  const parts = [
    formatCount(taken, 'run'),
    ...(skippedOverlap === 0 ? [] : [`${String(skippedOverlap)} skipped, as one went on`]),
    ...(missedCatchup === 0 ? [] : [`${String(missedCatchup)} missed, as the server was down for longer`]),
  ];
  return parts.join(', ');
}

function runTable({ runs, width }: { runs: readonly ScheduleRun[]; width: number }): string[] {
  const head = ['FLEET', 'OUTCOME', 'DUE', 'TOOK', 'USD/MONTH', 'PROBLEM'];
  const rows = runs.map((run) => [
    run.fleetId,
    run.outcome,
    formatTime(run.dueAt),
    run.closedAt === undefined
      ? ''
      : formatDuration((Date.parse(run.closedAt) - Date.parse(run.startedAt)) / 1000),
    run.monthlyPriceUsd?.toFixed(2) ?? '',
    run.problem ?? '',
  ]);
  return tableLines({ head, rows, width });
}

function nextSteps({ scheduleId, paused, runs }: ScheduleView): string[] {
  const failed = runs[0]?.problem === undefined ? [] : [`see why: lightsail-fleet show ${runs[0].fleetId}`];
  return paused ? [...failed, `go on with: lightsail-fleet schedule resume ${scheduleId}`] : failed;
}
