import type { PauseScheduleInput, PauseScheduleResult } from '../contract/rotation';
import type { ActivityDependencies } from './dependencies';
import { heartbeating } from './heartbeating';

/** A run that completes pauses nothing by itself; what its rotation left would add up with every further run. */
export async function pauseSchedule(
  { schedules }: ActivityDependencies,
  input: PauseScheduleInput,
): Promise<PauseScheduleResult> {
  return heartbeating(async () => ({ paused: await schedules.pauseOnFailure(input) }));
}
