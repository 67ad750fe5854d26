import type { ClientContext } from '../client-context';
import { callSchedule } from './call-schedule';
import { describeSchedule, type ScheduleIdInput } from './describe-schedule';

export interface DeleteScheduleResult {
  /** Fleet ids of runs that go on. */
  running: string[];
}

/** Deletes a schedule alone: a run that goes on does so, and the fleets that it made stand, and are billed. */
export async function deleteSchedule(
  context: ClientContext,
  { scheduleId }: ScheduleIdInput,
): Promise<DeleteScheduleResult> {
  const { handle, description } = await describeSchedule(context, { scheduleId });
  await callSchedule({ context, scheduleId, call: () => handle.delete() });
  return { running: description.info.runningActions.map(({ workflow }) => workflow.workflowId) };
}
