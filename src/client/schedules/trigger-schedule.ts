import { setTimeout as delay } from 'node:timers/promises';
import type { ScheduleDescription, ScheduleOverlapPolicy } from '@temporalio/client';
import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import type { FleetPlan } from '../../contract/fleet-plan';
import type { ClientContext } from '../client-context';
import { InvalidRequestError } from '../client-errors';
import { callSchedule } from './call-schedule';
import { findRepeat } from './find-repeat';
import { describeSchedule, type ScheduleIdInput } from './describe-schedule';
import { matchingTimes } from './matching-times';
import { planRuns } from './plan-runs';

/** The server starts a run within milliseconds; one that is busy takes some seconds. */
const STARTED_WITHIN_MILLIS = 15_000;
const LOOK_EVERY_MILLIS = 200;

export interface TriggerScheduleInput extends ScheduleIdInput {
  /** Shown what would be made, and what deleted for it, before anything is; false ends it. */
  confirm?: ((proposed: ProposedTrigger) => Promise<boolean>) | undefined;
  signal?: AbortSignal | undefined;
}

export interface ProposedTrigger {
  /** Absent while a run goes on: it has its names in use, so a plan beside it tells nothing. */
  plan?: FleetPlan | undefined;
  /** What becomes of the two where a run goes on. */
  overlap: ScheduleOverlapPolicy;
}

export interface TriggerScheduleResult {
  /** Absent where nothing was started yet. */
  fleetId?: string | undefined;
  /**
   * `skipped`: a run goes on, and the schedule's overlap policy skips. `waiting`: it is started when that one has ended.
   * `declined`: `confirm` said no.
   */
  state: 'started' | 'skipped' | 'waiting' | 'declined';
}

/**
 * Starts a run now, by the schedule's own overlap policy, also while it is paused. The run is planned first: one that is
 * refused for its names would pause the schedule, and so would a scheduled one whose names it takes.
 *
 * Throws FleetScheduleNotFoundError, InvalidRequestError (names of the next runs, a policy that terminates), what `planFleet` throws (nothing was started), TemporalCallError.
 */
export async function triggerSchedule(
  context: ClientContext,
  { scheduleId, confirm, signal }: TriggerScheduleInput,
): Promise<TriggerScheduleResult> {
  // Before the question, so that no run is due in this very second of its answer.
  const now = new Date();
  const { handle, description } = await describeSchedule(context, { scheduleId });
  const [request] = (description.action.args ?? []) as CloneFleetInput[];
  const isRunning = description.info.runningActions.length > 0;
  if (isRunning) refuseTermination(description);
  // Not the SDK's default, which would start it beside a run that goes on.
  const { overlap } = description.policies;
  let plan: FleetPlan | undefined;
  if (request !== undefined) {
    const times = [now, ...(await nextTimes(context, { description, now, signal }))];
    const repeat = findRepeat({ request, times });
    if (repeat !== undefined) throw new InvalidRequestError([repeat]);
    if (!isRunning) plan = (await planRuns(context, { request, times: [now], signal }))[0]?.plan;
  }
  if (confirm !== undefined && !(await confirm({ plan, overlap }))) return { state: 'declined' };
  const before = confirm === undefined ? description.info : await askAgain(context, { scheduleId });
  const known = new Set(before.recentActions.map(({ action }) => action.workflow.firstExecutionRunId));
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

/** Somebody took time to answer: a run may have begun meanwhile, and that one is not what is started here. */
async function askAgain(context: ClientContext, id: ScheduleIdInput): Promise<ScheduleDescription['info']> {
  const { description } = await describeSchedule(context, id);
  if (description.info.runningActions.length > 0) refuseTermination(description);
  return description.info;
}

/** Only a schedule made by other means has this policy. A terminated run is not rolled back: what it made would stay, billed. */
function refuseTermination({ scheduleId, policies }: ScheduleDescription): void {
  if (policies.overlap !== 'TERMINATE_OTHER') return;
  const message =
    `a run of schedule ${scheduleId} goes on, and its policy terminates that one, which rolls nothing back: ` +
    `expected no run that goes on. Wait for its end or cancel it, or create the schedule with another policy`;
  throw new InvalidRequestError([{ path: 'overlap', message }]);
}

interface NextTimesInput {
  description: ScheduleDescription;
  now: Date;
  signal: AbortSignal | undefined;
}

/** When the next runs are due: their names are of the times without jitter, and Temporal tells them with it. */
async function nextTimes(
  context: ClientContext,
  { description, now, signal }: NextTimesInput,
): Promise<Date[]> {
  const { info, spec, state } = description;
  if (state.remainingActions === 0) return [];
  const jitter = spec.jitter ?? 0;
  // The answer may lag behind by a run that is due this moment: while the schedule is paused, that one does not come.
  const next = info.nextActionTimes.filter((time) => !state.paused || time > now);
  const last = next.at(-1);
  if (jitter === 0 || last === undefined) return next;
  const from = new Date(now.getTime() - jitter);
  return matchingTimes(context, { spec, from, to: last, signal });
}
