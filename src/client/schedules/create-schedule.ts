import { parseScheduleInput, type ScheduleInput } from '../../contract/schedule-input';
import type { FleetPlan } from '../../contract/fleet-plan';
import type { ClientContext } from '../client-context';
import { InvalidRequestError } from '../client-errors';
import { callSchedule } from './call-schedule';
import { findGroupOverlap } from './check-group';
import { findRepeat } from './find-repeat';
import { matchingTimes } from './matching-times';
import { planRuns } from './plan-runs';
import { costOf, type ScheduleCost } from './schedule-cost';
import { FleetScheduleExistsError, FleetScheduleNotFoundError } from './schedule-errors';
import { factsOf, toScheduleOptions, toSpec } from './schedule-options';

/** Names are compared over the runs of so long, 1,000 at most; a schedule that is due less often is found, too. */
const LOOK_AHEAD_DAYS = 10 * 366;

/** Runs whose plan is made before the schedule is. */
const PLANNED_RUNS = 2;

const SHOWN_RUNS = 5;

export interface CreateScheduleInput {
  /** A `ScheduleInput`; unknown, because it is checked here. */
  schedule: unknown;
  /** Shown the plan, the times and the cost before anything is created; false ends it with no schedule. */
  confirm?: ((proposed: ProposedSchedule) => Promise<boolean>) | undefined;
  signal?: AbortSignal | undefined;
}

export interface ProposedSchedule {
  scheduleId: string;
  /** Without jitter, ISO 8601. */
  nextRuns: string[];
  /** Of the next run. */
  plan: FleetPlan;
  cost: ScheduleCost;
}

export type CreateScheduleResult = ProposedSchedule & { created: boolean };

/**
 * Creates a schedule that makes a fleet at set times. Before it does, the next two runs are planned, with the names of
 * their time, and the names of up to 1,000 runs are compared: what would collide is refused.
 *
 * Throws InvalidRequestError (the input, its times, names that repeat, a group that is somebody else's),
 * FleetScheduleExistsError, what `planFleet` throws, TemporalCallError.
 */
export async function createSchedule(
  context: ClientContext,
  { schedule, confirm, signal }: CreateScheduleInput,
): Promise<CreateScheduleResult> {
  const { input, problems } = parseScheduleInput(schedule);
  if (problems !== undefined) throw new InvalidRequestError(problems);
  const { scheduleId, request } = input;
  await requireFree(context, input);
  const overlap = await findGroupOverlap(context, input);
  if (overlap !== undefined) throw new InvalidRequestError([overlap]);
  const now = new Date();
  const times = await dueTimes(context, { input, now, signal });
  const repeat = findRepeat({ request, times });
  if (repeat !== undefined) throw new InvalidRequestError([repeat]);
  const [first] = await planRuns(context, { request, times: times.slice(0, PLANNED_RUNS), signal });
  // `times` is not empty, so neither are the plans.
  const { plan } = first as NonNullable<typeof first>;
  const proposed: ProposedSchedule = {
    scheduleId,
    nextRuns: times.slice(0, SHOWN_RUNS).map((time) => time.toISOString()),
    plan,
    cost: costOf({ input, plan, times, now }),
  };
  if (confirm !== undefined && !(await confirm(proposed))) return { ...proposed, created: false };
  const { cron, calendars } = input;
  const memo = {
    ...factsOf(request),
    ...(cron === undefined ? {} : { cron }),
    ...(calendars === undefined ? {} : { calendars }),
    ...{ instances: plan.instanceCount, monthlyPriceUsd: plan.monthlyPriceUsd },
  };
  const options = toScheduleOptions({ context, input, memo });
  await callSchedule({ context, scheduleId, signal, call: () => context.client.schedule.create(options) });
  return { ...proposed, created: true };
}

/** Creating refuses it, too; here it is said before two plans are made. */
async function requireFree(context: ClientContext, { scheduleId }: ScheduleInput): Promise<void> {
  try {
    const handle = context.client.schedule.getHandle(scheduleId);
    await callSchedule({ context, scheduleId, call: () => handle.describe() });
  } catch (error) {
    if (error instanceof FleetScheduleNotFoundError) return;
    throw error;
  }
  throw new FleetScheduleExistsError(scheduleId);
}

interface DueTimesInput {
  input: ScheduleInput;
  now: Date;
  signal: AbortSignal | undefined;
}

async function dueTimes(context: ClientContext, { input, now, signal }: DueTimesInput): Promise<Date[]> {
  const to = new Date(now.getTime() + LOOK_AHEAD_DAYS * 24 * 3_600_000);
  const times = await matchingTimes(context, { spec: toSpec(input), from: now, to, signal });
  if (times.length > 0) return times.slice(0, input.maxRuns);
  const message = 'no run is ever due: expected a time that comes, within startAt and endAt';
  throw new InvalidRequestError([{ path: input.cron === undefined ? 'calendars' : 'cron', message }]);
}
