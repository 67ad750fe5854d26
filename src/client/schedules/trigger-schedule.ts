import { setTimeout as delay } from 'node:timers/promises';
import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import type { ClientContext } from '../client-context';
import { callSchedule } from './call-schedule';
import { describeSchedule, type ScheduleIdInput } from './describe-schedule';
import { planRuns } from './plan-runs';

/** The server starts a run within milliseconds; one that is busy takes some seconds. */
const STARTED_WITHIN_MILLIS = 15_000;
const LOOK_EVERY_MILLIS = 200;

export interface TriggerScheduleInput extends ScheduleIdInput {
  signal?: AbortSignal | undefined;
}

export interface TriggerScheduleResult {
  /** Absent where nothing was started yet. */
  fleetId?: string | undefined;
  /** `skipped`: a run goes on, and the schedule's overlap policy skips. `waiting`: it is started when that one has ended. */
  state: 'started' | 'skipped' | 'waiting';
}

/**
 * Starts a run now, by the schedule's own overlap policy, also while it is paused. The run is planned first: one that is
 * refused for its names would pause the schedule.
 *
 * Throws FleetScheduleNotFoundError, what `planFleet` throws (nothing was started), TemporalCallError.
 */
export async function triggerSchedule(
  context: ClientContext,
  { scheduleId, signal }: TriggerScheduleInput,
): Promise<TriggerScheduleResult> {
  const { handle, description } = await describeSchedule(context, { scheduleId });
  const [request] = (description.action.args ?? []) as CloneFleetInput[];
  // A run that goes on has its names in use, so a plan beside it tells nothing.
  if (request !== undefined && description.info.runningActions.length === 0)
    await planRuns(context, { request, times: [new Date()], signal });
  const before = description.info;
  const known = new Set(before.recentActions.map(({ action }) => action.workflow.firstExecutionRunId));
  // Not the SDK's default, which would start it beside a run that goes on.
  const { overlap } = description.policies;
  await callSchedule({ context, scheduleId, signal, call: () => handle.trigger(overlap) });
  const until = Date.now() + STARTED_WITHIN_MILLIS;
  for (;;) {
    const { info } = await callSchedule({ context, scheduleId, signal, call: () => handle.describe() });
    const started = info.recentActions.find(({ action }) => !known.has(action.workflow.firstExecutionRunId));
    if (started !== undefined) return { fleetId: started.action.workflow.workflowId, state: 'started' };
    if (info.numActionsSkippedOverlap > before.numActionsSkippedOverlap) return { state: 'skipped' };
    if (Date.now() > until) return { state: 'waiting' };
    await delay(LOOK_EVERY_MILLIS, undefined, signal === undefined ? {} : { signal });
  }
}
