import { callWithin } from '../call-limit';
import type { ClientContext } from '../client-context';
import { toScheduleError } from './schedule-errors';

export interface CallScheduleInput<Result> {
  context: ClientContext;
  scheduleId: string;
  call: () => Promise<Result>;
  signal?: AbortSignal | undefined;
}

/** One call about a schedule: with a deadline, and its errors in the client's terms. */
export async function callSchedule<Result>(input: CallScheduleInput<Result>): Promise<Result> {
  try {
    return await callWithin(input);
  } catch (error) {
    input.signal?.throwIfAborted();
    throw toScheduleError(error, input.scheduleId);
  }
}
