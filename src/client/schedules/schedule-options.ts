import type { ScheduleOptions, ScheduleOverlapPolicy, ScheduleSpec } from '@temporalio/client';
import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import { WORKFLOW_TYPES } from '../../contract/names';
import { regionOfZone } from '../../contract/region';
import { SCHEDULE_DEFAULTS, type OverlapPolicy, type ScheduleInput } from '../../contract/schedule-input';
import type { ClientContext } from '../client-context';
import { detailsOfRequest, summaryOfRequest } from '../describe-request';
import { sourceOf } from '../source-of';
import { digestOfRequest, REQUEST_DIGEST_MEMO } from '../request-digest';

/** Memo of a schedule of ours: what a listing tells, which brings no arguments, and how the times were written. */
export const SCHEDULE_MEMO = 'fleetSchedule';

/** What its runs make, as far as other schedules and people need it. */
export interface ScheduleFacts {
  source: string;
  region: string;
  group?: string | undefined;
  keepLast?: number | undefined;
  shareGroup?: boolean | undefined;
}

export interface ScheduleMemo extends ScheduleFacts {
  cron?: string[] | undefined;
  calendars?: ScheduleInput['calendars'];
  instances: number;
  /** Of one generation, as planned when the schedule was created. */
  monthlyPriceUsd: number;
}

export function factsOf(request: CloneFleetInput): ScheduleFacts {
  const { group, keepLast, shareGroup } = request.fleet ?? {};
  return {
    source: sourceOf(request),
    region: regionOfZone(request.availabilityZone),
    ...(group === undefined ? {} : { group }),
    ...(keepLast === undefined ? {} : { keepLast }),
    ...(shareGroup === undefined ? {} : { shareGroup }),
  };
}

/** The policies by Temporal's names. */
export const OVERLAP_OF: Readonly<
  Record<OverlapPolicy, Exclude<ScheduleOverlapPolicy, undefined | 'TERMINATE_OTHER'>>
> = {
  skip: 'SKIP',
  'buffer-one': 'BUFFER_ONE',
  'buffer-all': 'BUFFER_ALL',
  'cancel-other': 'CANCEL_OTHER',
  'allow-all': 'ALLOW_ALL',
};

export function toSpec(input: ScheduleInput): ScheduleSpec {
  const { cron, calendars, timeZone, jitterSeconds, startAt, endAt } = input;
  return {
    ...(cron === undefined ? {} : { cronExpressions: cron }),
    // Ours is Temporal's own, but for what may be left out being undefined.
    ...(calendars === undefined ? {} : { calendars: calendars as NonNullable<ScheduleSpec['calendars']> }),
    ...(startAt === undefined ? {} : { startAt: new Date(startAt) }),
    ...(endAt === undefined ? {} : { endAt: new Date(endAt) }),
    timezone: timeZone ?? SCHEDULE_DEFAULTS.timeZone,
    jitter: (jitterSeconds ?? 0) * 1000,
  };
}

export interface ToOptionsInput {
  context: ClientContext;
  input: ScheduleInput;
  memo: ScheduleMemo;
}

/** No time limit on the runs (one would end them without a rollback), and no retry: a run undoes itself. */
export function toScheduleOptions({ context, input, memo }: ToOptionsInput): ScheduleOptions {
  const { scheduleId, request, note, maxRuns, paused } = input;
  const overlap = input.overlap ?? SCHEDULE_DEFAULTS.overlap;
  const catchupMinutes = input.catchupMinutes ?? SCHEDULE_DEFAULTS.catchupMinutes;
  return {
    scheduleId,
    spec: toSpec(input),
    action: {
      type: 'startWorkflow',
      workflowType: WORKFLOW_TYPES.cloneFleet,
      // Temporal adds `-` and the time that the run is due.
      workflowId: scheduleId,
      taskQueue: context.taskQueue,
      args: [request],
      staticSummary: summaryOfRequest(request),
      staticDetails: detailsOfRequest(request),
      memo: { [REQUEST_DIGEST_MEMO]: digestOfRequest(request) },
    },
    policies: {
      overlap: OVERLAP_OF[overlap],
      catchupWindow: catchupMinutes * 60_000,
      pauseOnFailure: input.pauseOnFailure ?? SCHEDULE_DEFAULTS.pauseOnFailure,
    },
    state: {
      paused: paused ?? false,
      ...(note === undefined ? {} : { note }),
      ...(maxRuns === undefined ? {} : { remainingActions: maxRuns }),
    },
    memo: { [SCHEDULE_MEMO]: memo },
  };
}
