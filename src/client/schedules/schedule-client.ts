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
import { pauseSchedule, resumeSchedule, type PauseScheduleInput } from './pause-schedule';
import type { ScheduleView } from './schedule-view';
import { triggerSchedule, type TriggerScheduleInput, type TriggerScheduleResult } from './trigger-schedule';

/** Schedules that make fleets. Each member is described where it is defined, in the file of its name. */
export interface FleetScheduleClient {
  create(input: CreateScheduleInput): Promise<CreateScheduleResult>;
  list(): Promise<ListSchedulesResult>;
  get(input: ScheduleIdInput): Promise<ScheduleView>;
  trigger(input: TriggerScheduleInput): Promise<TriggerScheduleResult>;
  backfill(input: BackfillScheduleInput): Promise<BackfillScheduleResult>;
  pause(input: PauseScheduleInput): Promise<void>;
  resume(input: PauseScheduleInput): Promise<void>;
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
