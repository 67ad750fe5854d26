import type { PauseScheduleInput } from '../contract/rotation';

/** Narrow port: the schedules that start runs. */
export interface Schedules {
  /**
   * Pauses a schedule that is to pause on failure; false where it is not, is paused already, or is not there. After a
   * cancellation also where it cancels what overlaps: it may have been its own, and its next run goes on.
   */
  pauseOnFailure(input: PauseScheduleInput): Promise<boolean>;
}
