import { randomUUID } from 'node:crypto';
import type { ScheduleHandle, ScheduleOptions, ScheduleSpec } from '@temporalio/client';
import { optionalDateToTs } from '@temporalio/common/lib/time';
import type { ClientContext } from '../client-context';
import { InvalidRequestError } from '../client-errors';
import { callSchedule } from './call-schedule';

/** Prefix of schedules that are there for a moment only; one that a crash leaves behind is paused and makes nothing. */
const PROBE_PREFIX = 'lightsail-fleet/probe/';

export interface MatchingTimesInput {
  spec: ScheduleSpec;
  from: Date;
  to: Date;
  signal?: AbortSignal | undefined;
}

/**
 * When a run is due by these times, without jitter; the server's answer ends at 1,000. Only the server knows how it
 * reads cron, calendars and time zones, and it tells it of schedules alone: so one is made for the question, paused and
 * with no runs left, and deleted.
 */
export async function matchingTimes(context: ClientContext, input: MatchingTimesInput): Promise<Date[]> {
  const { client } = context;
  const { from, to, signal } = input;
  const scheduleId = `${PROBE_PREFIX}${randomUUID()}`;
  const handle = await createProbe(context, { ...input, scheduleId });
  try {
    const { startTime } = await callSchedule({
      ...{ context, scheduleId, signal },
      call: () =>
        client.workflowService.listScheduleMatchingTimes({
          namespace: client.options.namespace,
          scheduleId,
          // The range begins after its start.
          startTime: optionalDateToTs(new Date(from.getTime() - 1000)) ?? null,
          endTime: optionalDateToTs(to) ?? null,
        }),
    });
    return startTime
      .map(({ seconds }) => new Date(Number(seconds) * 1000))
      .filter((time) => time >= from && time <= to);
  } finally {
    await callSchedule({ context, scheduleId, call: () => handle.delete() });
  }
}

async function createProbe(
  context: ClientContext,
  { spec, signal, scheduleId }: MatchingTimesInput & { scheduleId: string },
): Promise<ScheduleHandle> {
  const options: ScheduleOptions = {
    scheduleId,
    spec: { ...spec, jitter: 0 },
    action: { type: 'startWorkflow', workflowType: 'none', taskQueue: 'none', args: [] },
    state: { paused: true, remainingActions: 0, note: 'a question of lightsail-fleet: delete it' },
  };
  try {
    return await callSchedule({
      ...{ context, scheduleId, signal },
      call: () => context.client.schedule.create(options),
    });
  } catch (error) {
    // The SDK's own way to say that the server refused the spec.
    if (!(error instanceof Error) || error.name !== 'TypeError') throw error;
    const path = error.message.includes('time zone') ? 'timeZone' : 'cron';
    const message = `expected what Temporal takes, and it says: ${error.message}`;
    throw new InvalidRequestError([{ path, message }]);
  }
}
