import type { ScheduleDescription, ScheduleSpec } from '@temporalio/client';
import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import { OVERLAP_POLICIES, type OverlapPolicy } from '../../contract/schedule-input';
import type { FleetPlan } from '../../contract/fleet-plan';
import type { ClientContext } from '../client-context';
import { InvalidRequestError } from '../client-errors';
import { callSchedule } from './call-schedule';
import { describeSchedule, type ScheduleIdInput } from './describe-schedule';
import { matchingTimes } from './matching-times';
import { planRuns } from './plan-runs';
import { OVERLAP_OF } from './schedule-options';

/** Each is a fleet that costs money, and is planned before; who wants more asks again. */
const MAX_RUNS = 10;

export interface BackfillScheduleInput extends ScheduleIdInput {
  /** ISO 8601, both included. */
  from: string;
  to: string;
  /** Default `buffer-all`: one after another. */
  overlap?: OverlapPolicy | undefined;
  /** Shown what would be made before anything is; false ends it. */
  confirm?: ((proposed: ProposedBackfill) => Promise<boolean>) | undefined;
  signal?: AbortSignal | undefined;
}

export interface ProposedBackfill {
  /** When they were due, ISO 8601, without jitter. */
  runs: string[];
  /** Of the first; the others differ by their names. */
  plan: FleetPlan;
}

export type BackfillScheduleResult = ProposedBackfill & { started: boolean };

/**
 * Starts the runs that were due in a time that has passed, with the names and ids of their times. Each is planned first.
 *
 * Throws InvalidRequestError, FleetScheduleNotFoundError, what `planFleet` throws (nothing was started),
 * TemporalCallError.
 */
export async function backfillSchedule(
  context: ClientContext,
  { scheduleId, from, to, overlap = 'buffer-all', confirm, signal }: BackfillScheduleInput,
): Promise<BackfillScheduleResult> {
  const range = parseRange({ from, to, overlap });
  const { handle, description } = await describeSchedule(context, { scheduleId });
  const [request] = (description.action.args ?? []) as CloneFleetInput[];
  refuseGroup(request);
  const { times, window } = await timesAndWindow(context, { ...range, description, signal });
  if (times.length === 0) throw invalid('from', 'no run was due in that time');
  if (times.length > MAX_RUNS)
    throw invalid(
      'to',
      `expected at most ${String(MAX_RUNS)} runs, got ${String(times.length)}: give a shorter time`,
    );
  const planned = await planRuns(context, { request: request as CloneFleetInput, times, signal });
  const [first] = planned;
  const { plan } = first as NonNullable<typeof first>;
  const proposed = { runs: times.map((time) => time.toISOString()), plan };
  if (confirm !== undefined && !(await confirm(proposed))) return { ...proposed, started: false };
  const options = { ...window, overlap: OVERLAP_OF[overlap] };
  await callSchedule({ context, scheduleId, signal, call: () => handle.backfill(options) });
  return { ...proposed, started: true };
}

/**
 * Rotation goes by when a fleet was created. Fleets that are filled in are made now, so they would pass for the newest and
 * the real ones be deleted for them, by whichever run of the group rotates next.
 */
function refuseGroup(request: CloneFleetInput | undefined): void {
  const group = request?.fleet?.group;
  if (group === undefined) return;
  throw invalid(
    'request.fleet.group',
    `the runs of this schedule are generations of group ${group}, and what a backfill makes now would count as newer ` +
      `than what stands, which a rotation would delete: start what is missing by lightsail-fleet clone, without --group`,
  );
}

interface TimesAndWindowInput {
  description: ScheduleDescription;
  from: Date;
  to: Date;
  signal: AbortSignal | undefined;
}

/**
 * The runs that were due, and the time that makes the server start just these: it goes by their times with jitter, which
 * never reaches the next run that is due.
 */
async function timesAndWindow(
  context: ClientContext,
  { description, from, to, signal }: TimesAndWindowInput,
) {
  const spec = description.spec as ScheduleSpec;
  const jitter = description.spec.jitter ?? 0;
  const all = await matchingTimes(context, { spec, from, to: new Date(to.getTime() + jitter), signal });
  const times = all.filter((time) => time <= to);
  const next = all.find((time) => time > to)?.getTime() ?? Number.POSITIVE_INFINITY;
  const last = times.at(-1)?.getTime() ?? 0;
  const window = { start: times[0] ?? from, end: new Date(Math.min(last + jitter, next - 1000)) };
  return { times, window };
}

function parseRange({ from, to, overlap }: { from: string; to: string; overlap: string }) {
  const problems = Object.entries({ from, to }).flatMap(([path, text]) =>
    Number.isNaN(Date.parse(text))
      ? [{ path, message: `expected a time such as 2026-12-01T00:00:00Z, got ${JSON.stringify(text)}` }]
      : [],
  );
  if (!OVERLAP_POLICIES.some((one) => one === overlap))
    problems.push({
      path: 'overlap',
      message: `expected one of ${OVERLAP_POLICIES.join(', ')}, got ${JSON.stringify(overlap)}`,
    });
  const range = { from: new Date(from), to: new Date(to) };
  if (problems.length === 0 && range.from > range.to)
    problems.push({ path: 'to', message: `expected a time after from, got ${to}` });
  if (problems.length === 0 && range.to.getTime() > Date.now())
    problems.push({ path: 'to', message: `expected a time that has passed, got ${to}` });
  if (problems.length > 0) throw new InvalidRequestError(problems);
  return range;
}

function invalid(path: string, message: string): InvalidRequestError {
  return new InvalidRequestError([{ path, message }]);
}
