import { setTimeout as delay } from 'node:timers/promises';
import type { WorkflowStartOptions } from '@temporalio/client';
import type { DeleteProgress } from '../contract/delete-fleet-result';
import { PROGRESS_QUERY } from '../contract/names';
import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { RemovalConflictError } from './client-errors';
import { retriesIn, type ActivityRetry } from './find-retries';
import { isOpen } from './is-open';
import { digestOfRequest, REQUEST_DIGEST_MEMO } from './request-digest';
import { toClientError } from './to-client-error';
import { OUTAGE_LIMIT_SECONDS, trackOutage } from './track-outage';

/** Between two looks at a deletion. */
const LOOK_EVERY_MILLIS = 1000;

/** A worker answers a query in 30 ms; where none runs, a person still waits. */
const QUERY_LIMIT_MILLIS = 2500;

export interface RemovalProgress {
  /** Absent while no worker answers. */
  progress?: DeleteProgress | undefined;
  /** What is tried again, and why. */
  retries: ActivityRetry[];
}

export interface FollowRemoval {
  /** Told every second how far it is. */
  onProgress?: ((seen: RemovalProgress) => void) | undefined;
  /** Ends the waiting; the deletion goes on. */
  signal?: AbortSignal | undefined;
  /** Answers when it is started, with no result. */
  detach?: boolean | undefined;
}

export interface RunRemovalInput extends FollowRemoval {
  workflowType: string;
  workflowId: string;
  input: object;
  summary: string;
}

export interface StartedRemoval {
  workflowId: string;
  runId: string;
}

/**
 * Starts a deletion or a sweep, or joins the one that is under way with the same request, and waits for its end through
 * restarts of worker and server. No time limit on the workflow: what it began to delete it should finish.
 */
export async function runRemoval<Result>(
  context: ClientContext,
  input: RunRemovalInput,
): Promise<{ started: StartedRemoval; result?: Result }> {
  const { workflowId, detach, signal } = input;
  try {
    const started = await start(context, input);
    if (detach === true) return { started };
    await untilClosed(context, { ...input, ...started });
    const handle = context.client.workflow.getHandle(workflowId, started.runId);
    const result = (await callWithin({ context, signal, call: () => handle.result() })) as Result;
    return { started, result };
  } catch (error) {
    signal?.throwIfAborted();
    throw toClientError(error, { fleetId: workflowId });
  }
}

async function start(context: ClientContext, removal: RunRemovalInput): Promise<StartedRemoval> {
  const { workflowType, workflowId, input, summary, signal } = removal;
  const digest = digestOfRequest(input);
  const options: WorkflowStartOptions = {
    workflowId,
    taskQueue: context.taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: summary,
    staticDetails: `\`\`\`json\n${JSON.stringify(input, undefined, 2)}\n\`\`\``,
    memo: { [REQUEST_DIGEST_MEMO]: digest },
  };
  const handle = await callWithin({
    context,
    signal,
    call: () => context.client.workflow.start(workflowType, options),
  });
  const runId = handle.firstExecutionRunId;
  const { type, memo } = await callWithin({
    context,
    signal,
    call: () => context.client.workflow.getHandle(workflowId, runId).describe(),
  });
  const joined = memo?.[REQUEST_DIGEST_MEMO];
  if (type !== workflowType || (joined !== undefined && joined !== digest))
    throw new RemovalConflictError(workflowId);
  return { workflowId, runId };
}

async function untilClosed(
  context: ClientContext,
  { workflowId, runId, signal, onProgress }: StartedRemoval & FollowRemoval,
): Promise<void> {
  const handle = context.client.workflow.getHandle(workflowId, runId);
  const outage = trackOutage(OUTAGE_LIMIT_SECONDS);
  for (;;) {
    let pause = LOOK_EVERY_MILLIS;
    try {
      const description = await callWithin({ context, signal, call: () => handle.describe() });
      outage.end();
      if (!isOpen(description.status.name)) return;
      if (onProgress !== undefined) {
        const progress = await callWithin({
          ...{ context, signal, limitMillis: QUERY_LIMIT_MILLIS },
          call: () => handle.query<DeleteProgress>(PROGRESS_QUERY),
        }).catch(() => undefined);
        onProgress({ progress, retries: retriesIn(description) });
      }
    } catch (error) {
      signal?.throwIfAborted();
      ({ pause } = outage.note(error));
    }
    await delay(pause, undefined, signal === undefined ? {} : { signal });
  }
}
