import type { ClientContext } from '../client-context';
import { callSchedule } from './call-schedule';
import { describeSchedule, type ScheduleIdInput } from './describe-schedule';

export interface PauseScheduleInput extends ScheduleIdInput {
  /** Why, for the next person who looks. */
  note?: string | undefined;
}

/** No run is started until it is resumed; one that goes on is not touched, and what stands stays. Safe to repeat. */
export async function pauseSchedule(
  context: ClientContext,
  { scheduleId, note = 'paused by lightsail-fleet' }: PauseScheduleInput,
): Promise<void> {
  const { handle } = await describeSchedule(context, { scheduleId });
  await callSchedule({ context, scheduleId, call: () => handle.pause(note) });
}
