import type { ScheduleDescription } from '@temporalio/client';
import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import { OVERLAP_POLICIES } from '../../contract/schedule-input';
import type { ClientContext } from '../client-context';
import { describeSchedule, type ScheduleIdInput } from './describe-schedule';
import { readRuns } from './read-runs';
import { factsOf, OVERLAP_OF, SCHEDULE_MEMO, type ScheduleMemo } from './schedule-options';
import type { ScheduleTimes, ScheduleView } from './schedule-view';

/**
 * A schedule: when it is due next, how its last runs came out, and what one generation costs a month.
 *
 * Throws FleetScheduleNotFoundError, TemporalCallError.
 */
export async function getSchedule(
  context: ClientContext,
  { scheduleId }: ScheduleIdInput,
): Promise<ScheduleView> {
  const { description } = await describeSchedule(context, { scheduleId });
  const { policies, state, info, action } = description;
  const memo = description.memo?.[SCHEDULE_MEMO] as ScheduleMemo | undefined;
  const [request] = (action.args ?? []) as CloneFleetInput[];
  const runs = await readRuns(context, { recent: info.recentActions });
  const isOver = state.paused || state.remainingActions === 0;
  return {
    scheduleId,
    namespace: context.client.options.namespace,
    ...(typeof request?.availabilityZone === 'string'
      ? factsOf(request)
      : { source: 'unknown', region: 'unknown' }),
    paused: state.paused,
    note: state.note === '' ? undefined : state.note,
    times: timesOf(description, memo),
    overlap: OVERLAP_POLICIES.find((name) => OVERLAP_OF[name] === policies.overlap) ?? 'terminate-other',
    catchupMinutes: policies.catchupWindow / 60_000,
    pauseOnFailure: policies.pauseOnFailure,
    remainingRuns: state.remainingActions,
    nextRuns: isOver ? [] : info.nextActionTimes.map((time) => time.toISOString()),
    runs,
    taken: info.numActionsTaken,
    skippedOverlap: info.numActionsSkippedOverlap,
    missedCatchup: info.numActionsMissedCatchupWindow,
    generationMonthlyUsd:
      runs.find((run) => run.monthlyPriceUsd !== undefined)?.monthlyPriceUsd ?? memo?.monthlyPriceUsd,
    request,
    createdAt: info.createdAt.toISOString(),
  };
}

function timesOf({ spec }: ScheduleDescription, memo: ScheduleMemo | undefined): ScheduleTimes {
  return {
    ...(memo?.cron === undefined ? {} : { cron: memo.cron }),
    ...(memo?.calendars === undefined ? {} : { calendars: memo.calendars }),
    timeZone: spec.timezone === undefined || spec.timezone === '' ? 'UTC' : spec.timezone,
    jitterSeconds: (spec.jitter ?? 0) / 1000,
    startAt: spec.startAt?.toISOString(),
    endAt: spec.endAt?.toISOString(),
  };
}
