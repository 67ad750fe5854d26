import { log, workflowInfo } from '@temporalio/workflow';
import type { Rotation } from '../contract/rotation-result';
import { SCHEDULED_BY } from '../contract/schedule-attributes';
import { planActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import type { FleetRun } from './fleet-run';

export interface PauseScheduleOfInput {
  run: FleetRun;
  rotation: Rotation;
}

/**
 * Pauses the schedule that started the run, if it pauses on failure. The run completes, as its fleet stands, so nothing
 * else would keep the schedule from making more that nobody deletes.
 */
export async function pauseScheduleOf({ run, rotation }: PauseScheduleOfInput): Promise<void> {
  const { group, left } = rotation;
  log.error('the group is not rotated', { ...run.ownership, group, left: left.slice(0, 20) });
  const scheduleId = workflowInfo().typedSearchAttributes.get(SCHEDULED_BY);
  if (scheduleId === undefined) return;
  const { pauseSchedule } = planActivities({
    activityId: 'rotate/pause',
    summary: `pause schedule ${scheduleId}, as older fleets are left`,
  });
  try {
    const note = `paused by lightsail-fleet: the rotation after ${run.identity.fleetId} is incomplete, see its result`;
    const { paused } = await pauseSchedule({ scheduleId, note });
    if (paused) rotation.pausedSchedule = scheduleId;
  } catch (error) {
    log.error('the schedule could not be paused', { scheduleId, cause: messageOfRoot(error) });
  }
}
