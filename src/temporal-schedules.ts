import { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { Schedules } from './activities/schedules';

/** One unary call to Temporal; the activity's own retries come on top. */
const CALL_LIMIT_MILLIS = 10_000;

export interface CreateSchedulesInput {
  connection: NativeConnection;
  namespace: string;
}

/** The schedules of the worker's namespace, by its own connection. */
export function createSchedules({ connection, namespace }: CreateSchedulesInput): Schedules {
  const client = new Client({ connection, namespace });
  const within = <Result>(call: () => Promise<Result>) =>
    client.withDeadline(Date.now() + CALL_LIMIT_MILLIS, call);
  return {
    pauseOnFailure: async ({ scheduleId, note, cancelled }) => {
      const handle = client.schedule.getHandle(scheduleId);
      try {
        const { policies, state } = await within(() => handle.describe());
        if (!policies.pauseOnFailure || state.paused) return false;
        if (cancelled === true && policies.overlap === 'CANCEL_OTHER') return false;
        await within(() => handle.pause(note));
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === 'ScheduleNotFoundError') return false;
        throw error;
      }
    },
  };
}
