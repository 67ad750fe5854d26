import type { ScheduleDescription, ScheduleHandle } from '@temporalio/client';
import { WORKFLOW_TYPES } from '../../contract/names';
import type { ClientContext } from '../client-context';
import { callSchedule } from './call-schedule';
import { FleetScheduleNotFoundError } from './schedule-errors';

export interface ScheduleIdInput {
  scheduleId: string;
}

export interface DescribedSchedule {
  handle: ScheduleHandle;
  description: ScheduleDescription;
}

/** A schedule that makes fleets, as Temporal describes it. One of other workflows is not ours to touch. */
export async function describeSchedule(
  context: ClientContext,
  { scheduleId }: ScheduleIdInput,
): Promise<DescribedSchedule> {
  const handle = context.client.schedule.getHandle(scheduleId);
  const description = await callSchedule({ context, scheduleId, call: () => handle.describe() });
  const { workflowType } = description.action;
  if (workflowType === WORKFLOW_TYPES.cloneFleet) return { handle, description };
  throw new FleetScheduleNotFoundError(
    scheduleId,
    `the schedule of that id starts a ${workflowType}, not a fleet`,
  );
}
