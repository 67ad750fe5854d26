import { log, workflowInfo } from '@temporalio/workflow';
import { fleetCommand } from '../contract/fleet-command';
import { rotationProblem } from '../contract/rotation-problem';
import type { Rotation } from '../contract/rotation-result';
import { SCHEDULED_BY } from '../contract/schedule-attributes';
import { planActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import type { FleetRun } from './fleet-run';
import { MAX_CAUSE } from './note-left';

/** Rows of each list that the log gets. */
const LOGGED = 20;

export interface PauseScheduleOfInput {
  run: FleetRun;
  rotation: Rotation;
}

/**
 * Pauses the schedule that started the run, if it pauses on failure. The run completes, as its fleet stands, so nothing
 * else would keep the schedule from making more that nobody deletes.
 */
export async function pauseScheduleOf({ run, rotation }: PauseScheduleOfInput): Promise<void> {
  const { group, left, leftCount, disksLeft, disksLeftCount, problem } = rotation;
  log.error('the group is not rotated', {
    ...{ ...run.ownership, group, problem, left: left.slice(0, LOGGED), leftCount },
    ...{ disksLeft: disksLeft.slice(0, LOGGED), disksLeftCount },
  });
  const scheduleId = workflowInfo().typedSearchAttributes.get(SCHEDULED_BY);
  if (scheduleId === undefined) return;
  const { pauseSchedule } = planActivities({
    activityId: 'rotate/pause',
    summary: `pause schedule ${scheduleId}, as the group is not rotated`,
  });
  try {
    const cancelled = isCancelledOnly(rotation) ? { cancelled: true as const } : {};
    const { paused } = await pauseSchedule({ scheduleId, note: noteOf({ run, rotation }), ...cancelled });
    if (paused) rotation.pausedSchedule = scheduleId;
  } catch (error) {
    log.error('the schedule could not be paused', { scheduleId, cause: messageOfRoot(error) });
  }
}

/** Of a rotation that is stuck. Who cancels does not want the next run to go on with it, but for the schedule itself. */
export function isCancelledOnly({ problem, disksLeftCount, left }: Rotation): boolean {
  const isUntried = left.every(({ later, cancelled }) => later === true || cancelled === true);
  return problem === undefined && disksLeftCount === 0 && isUntried;
}

/** What the next person who looks at the schedule needs: why, and where all of it is told. */
export function noteOf({ run, rotation }: PauseScheduleOfInput): string {
  const { fleetId } = run.identity;
  const cause = (rotationProblem({ rotation }) ?? '').slice(0, MAX_CAUSE);
  return `paused by lightsail-fleet: the rotation after ${fleetId} is incomplete: ${cause}. See: ${fleetCommand({ verb: 'show', fleetId })}`;
}
