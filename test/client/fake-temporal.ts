import type { Client } from '@temporalio/client';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time';
import type { ClientContext } from '../../src/client/client-context';
import type { ActivityHeartbeat } from '../../src/client/merge-heartbeats';
import type { FleetProgress } from '../../src/contract/fleet-progress';

/** One look at a run, as the fake server answers it. */
export interface Look {
  status?: 'RUNNING' | 'PAUSED' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  historyLength?: number;
  type?: string;
  /** Answer of the query; an Error is thrown. */
  progress?: FleetProgress | Error;
  heartbeats?: ActivityHeartbeat[];
  /** The server does not answer. */
  down?: Error;
  result?: unknown;
}

/** A run as visibility has it. */
export interface VisibleRun {
  fleetId: string;
  runId: string;
  /** ISO 8601. */
  closedAt?: string;
  memo?: Record<string, Payload>;
}

export const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);

/** What visibility answers to a query; an Error is thrown. */
export type Visibility = (query: string) => VisibleRun[] | Error;

/** A Temporal client whose run goes from look to look; the last one stays. Counts the queries. */
export function fakeTemporal(
  looks: Look[],
  visibility: Visibility = () => [],
): {
  context: ClientContext;
  counts: { queries: number; describes: number };
} {
  const counts = { queries: 0, describes: 0 };
  let look: Look = looks[0] ?? {};
  const answer = <Value>(value: Value | Error): Promise<Value> =>
    value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
  const handle = {
    describe: () => {
      look = looks[Math.min(counts.describes, looks.length - 1)] ?? {};
      counts.describes += 1;
      return answer(look.down ?? describe(look));
    },
    query: () => {
      counts.queries += 1;
      return answer(look.progress ?? new Error('no worker'));
    },
    cancel: () => Promise.resolve(),
    result: () => answer(look.result),
  };
  const run = <Value>(_: unknown, call: () => Value) => call();
  const client = {
    options: {
      namespace: 'default',
      loadedDataConverter: { payloadConverter: defaultPayloadConverter, payloadCodecs: [] },
    },
    withDeadline: run,
    withAbortSignal: run,
    workflow: { getHandle: () => handle },
    workflowService: {
      listWorkflowExecutions: async ({ query }: { query: string }) => {
        const runs = await answer(visibility(query));
        return { executions: runs.map(toExecution) };
      },
    },
  };
  return { context: { client: client as unknown as Client, taskQueue: 'q' }, counts };
}

function toExecution({ fleetId, runId, closedAt, memo }: VisibleRun) {
  return {
    execution: { workflowId: fleetId, runId },
    closeTime: closedAt === undefined ? null : msToTs(Date.parse(closedAt)),
    memo: { fields: memo },
  };
}

function describe({ status = 'RUNNING', historyLength = 1, type = 'cloneFleet', heartbeats = [] }: Look) {
  return {
    type,
    runId: 'run-1',
    historyLength,
    status: { name: status },
    startTime: new Date('2026-11-23T20:35:00Z'),
    closeTime: status === 'RUNNING' || status === 'PAUSED' ? undefined : new Date('2026-11-23T20:36:00Z'),
    raw: {
      pendingActivities: heartbeats.map(({ activityId, ...details }) => ({
        activityId,
        heartbeatDetails: { payloads: [defaultPayloadConverter.toPayload(details)] },
      })),
    },
  };
}
