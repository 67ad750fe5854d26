/** Narrow port: the schedules that start runs. */
export interface Schedules {
  /** Pauses a schedule that is to pause on failure; false where it is not, is paused already, or is not there. */
  pauseOnFailure(input: { scheduleId: string; note: string }): Promise<boolean>;
}
