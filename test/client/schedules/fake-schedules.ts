import type { Client } from '@temporalio/client';
import type { ClientContext } from '../../../src/client/client-context';
import type { CloneFleetInput } from '../../../src/contract/clone-fleet-input';
import { factsOf, SCHEDULE_MEMO, type ScheduleFacts } from '../../../src/client/schedules/schedule-options';

export interface FakeSchedule {
  scheduleId: string;
  request: CloneFleetInput;
  /** What it started when it was made; default what it starts. */
  memo?: ScheduleFacts;
  overlap?: string;
  nextActionTimes?: Date[];
  /** Runs that go on. */
  running?: number;
}

/** A Temporal client that has these schedules, and answers questions only: whatever would start a run throws. */
export function fakeSchedules(schedules: FakeSchedule[]): ClientContext {
  const run = <Value>(_: unknown, call: () => Value) => call();
  const describe = ({
    scheduleId,
    request,
    overlap = 'SKIP',
    nextActionTimes = [],
    running = 0,
  }: FakeSchedule) => ({
    scheduleId,
    action: { workflowType: 'cloneFleet', args: [request] },
    spec: { jitter: 0 },
    state: {},
    policies: { overlap },
    info: { nextActionTimes, recentActions: [], runningActions: Array.from({ length: running }) },
  });
  const client = {
    withDeadline: run,
    withAbortSignal: run,
    schedule: {
      list: () =>
        schedules.map(({ scheduleId, request, memo = factsOf(request) }) => ({
          ...{ scheduleId, action: { workflowType: 'cloneFleet' } },
          memo: { [SCHEDULE_MEMO]: memo },
        })),
      getHandle: (id: string) => ({
        describe: () => Promise.resolve(describe(find(schedules, id))),
      }),
    },
  };
  return { client: client as unknown as Client, taskQueue: 'q' };
}

function find(schedules: FakeSchedule[], id: string): FakeSchedule {
  const found = schedules.find(({ scheduleId }) => scheduleId === id);
  if (found === undefined) throw new Error(`no schedule ${id}`);
  return found;
}
