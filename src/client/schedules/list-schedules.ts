import { WORKFLOW_TYPES } from '../../contract/names';
import type { ClientContext } from '../client-context';
import { callSchedule } from './call-schedule';
import { SCHEDULE_MEMO, type ScheduleMemo } from './schedule-options';

/** Each costs money; a namespace with more has other tools. */
const MAX_SCHEDULES = 1000;

export interface ListedSchedule extends Partial<ScheduleMemo> {
  scheduleId: string;
  paused: boolean;
  note?: string | undefined;
  timeZone: string;
  /** ISO 8601. Absent while it is paused. */
  nextRunAt?: string | undefined;
  lastFleetId?: string | undefined;
  lastRunAt?: string | undefined;
}

export interface ListSchedulesResult {
  schedules: ListedSchedule[];
  /** There are more than 1,000. */
  more: boolean;
}

/** Schedules that make fleets. The server's list lags a moment behind. */
export async function listSchedules(context: ClientContext): Promise<ListSchedulesResult> {
  const schedules: ListedSchedule[] = [];
  const read = async () => {
    for await (const one of context.client.schedule.list()) {
      if (one.action?.workflowType !== WORKFLOW_TYPES.cloneFleet) continue;
      if (schedules.length === MAX_SCHEDULES) return true;
      const memo = one.memo?.[SCHEDULE_MEMO] as ScheduleMemo | undefined;
      const { paused, note } = one.state;
      const last = one.info.recentActions.at(-1);
      const timeZone = one.spec?.timezone ?? '';
      schedules.push({
        ...memo,
        scheduleId: one.scheduleId,
        paused,
        note: note === '' ? undefined : note,
        timeZone: timeZone === '' ? 'UTC' : timeZone,
        nextRunAt: paused ? undefined : one.info.nextActionTimes[0]?.toISOString(),
        lastFleetId: last?.action.workflow.workflowId,
        lastRunAt: last?.takenAt.toISOString(),
      });
    }
    return false;
  };
  const more = await callSchedule({ context, scheduleId: 'list', call: read });
  return { schedules, more };
}
