import type { ClientContext } from '../client-context';
import {
  backfillSchedule,
  type BackfillScheduleInput,
  type BackfillScheduleResult,
} from './backfill-schedule';
import { createSchedule, type CreateScheduleInput, type CreateScheduleResult } from './create-schedule';
import { deleteSchedule, type DeleteScheduleResult } from './delete-schedule';
import type { ScheduleIdInput } from './describe-schedule';
import { getSchedule } from './get-schedule';
import { listSchedules, type ListSchedulesResult } from './list-schedules';
import { pauseSchedule, type PauseScheduleInput } from './pause-schedule';
import { resumeSchedule } from './resume-schedule';
import type { ScheduleView } from './schedule-view';
import { triggerSchedule, type TriggerScheduleInput, type TriggerScheduleResult } from './trigger-schedule';

/**
 * Schedules that make fleets. Those of other workflows are not seen. Any call but `create` and `list` throws
 * FleetScheduleNotFoundError; any may throw TemporalCallError, when the server does not answer.
 */
export interface FleetScheduleClient {
  /**
   * Creates a schedule that makes a fleet at set times. Before it does, the next two runs are planned, with the names of
   * their time, and the names of up to 1,000 runs are compared: what would collide is refused.
   *
   * Throws InvalidRequestError (the input, its times, names that repeat, a group that is somebody else's),
   * FleetScheduleExistsError, what `planFleet` throws. Nothing was created then.
   */
  create(input: CreateScheduleInput): Promise<CreateScheduleResult>;
  /** Every schedule of the namespace that makes fleets, with its next run. */
  list(): Promise<ListSchedulesResult>;
  /** A schedule: when it is due next, how its last runs came out, and what one generation costs a month, USD. */
  get(input: ScheduleIdInput): Promise<ScheduleView>;
  /**
   * Starts a run now, by the schedule's own overlap policy, also while it is paused. The run is planned first.
   *
   * Throws InvalidRequestError (it would take the names of the next runs, or its policy terminates one that goes on),
   * what `planFleet` throws. Nothing was started then.
   */
  trigger(input: TriggerScheduleInput): Promise<TriggerScheduleResult>;
  /**
   * Starts the runs that were due in a time that has passed, at most 10, with the names and ids of their times. Each is
   * planned first. Refused for a schedule with a group: its fleets would count as the newest.
   *
   * Throws InvalidRequestError, what `planFleet` throws. Nothing was started then.
   */
  backfill(input: BackfillScheduleInput): Promise<BackfillScheduleResult>;
  /** No run is started until it is resumed; one that goes on is not touched. Safe to repeat. */
  pause(input: PauseScheduleInput): Promise<void>;
  /** Runs are started again from the next time on; those missed meanwhile are not made up. Safe to repeat. */
  resume(input: PauseScheduleInput): Promise<void>;
  /** Deletes a schedule alone: a run that goes on does so, and the fleets that it made stand, and are billed. */
  delete(input: ScheduleIdInput): Promise<DeleteScheduleResult>;
}

export function createScheduleClient(context: ClientContext): FleetScheduleClient {
  return {
    create: (input) => createSchedule(context, input),
    list: () => listSchedules(context),
    get: (input) => getSchedule(context, input),
    trigger: (input) => triggerSchedule(context, input),
    backfill: (input) => backfillSchedule(context, input),
    pause: (input) => pauseSchedule(context, input),
    resume: (input) => resumeSchedule(context, input),
    delete: (input) => deleteSchedule(context, input),
  };
}
