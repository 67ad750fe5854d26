import type { ClientContext } from '../client-context';
import { callSchedule } from './call-schedule';
import { describeSchedule } from './describe-schedule';
import type { PauseScheduleInput } from './pause-schedule';

/** Runs are started again from the next time on; those missed meanwhile are not made up. Safe to repeat. */
export async function resumeSchedule(
  context: ClientContext,
  { scheduleId, note = 'resumed by lightsail-fleet' }: PauseScheduleInput,
): Promise<void> {
  const { handle } = await describeSchedule(context, { scheduleId });
  await callSchedule({ context, scheduleId, call: () => handle.unpause(note) });
}
