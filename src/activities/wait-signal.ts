import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { ApplicationFailure, CancelledFailure, Context } from '@temporalio/activity';
import type { ActivityDependencies } from './dependencies';

/** After a worker said that it stops, another one takes the wait up this much later. */
const HAND_OVER_DELAY = '200 milliseconds';

/**
 * Runs a wait that ends at once when the run is cancelled, when the worker begins to stop (then the wait is
 * handed to another worker by a retry), or at the deadline (then the result of `run` counts).
 */
export async function waiting<Result>(
  { draining, deadline }: { draining: ActivityDependencies['draining']; deadline: string },
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  // Every removal of a batch listens to it, for its calls and its pauses: bounded by the batch.
  setMaxListeners(0, controller.signal);
  const cancelled = Context.current().cancellationSignal;
  const abort = () => {
    controller.abort();
  };
  const timer = setTimeout(abort, Math.max(0, Math.min(Date.parse(deadline) - Date.now(), 2 ** 31 - 1)));
  cancelled.addEventListener('abort', abort);
  draining.addEventListener('abort', abort);
  if (cancelled.aborted || draining.aborted) abort();
  try {
    const result = await run(controller.signal);
    throwIfInterrupted({ draining, cancelled });
    return result;
  } catch (error) {
    if (controller.signal.aborted) throwIfInterrupted({ draining, cancelled });
    throw error;
  } finally {
    clearTimeout(timer);
    cancelled.removeEventListener('abort', abort);
    draining.removeEventListener('abort', abort);
  }
}

function throwIfInterrupted({
  draining,
  cancelled,
}: {
  draining: AbortSignal;
  cancelled: AbortSignal;
}): void {
  if (draining.aborted) {
    throw ApplicationFailure.create({
      type: 'WorkerStopping',
      message: 'the worker stops: another one goes on with the wait',
      nextRetryDelay: HAND_OVER_DELAY,
    });
  }
  if (cancelled.aborted) throw new CancelledFailure('cancelled while waiting');
}

/** Waits, or rejects with an AbortError when the signal fires. */
export async function pause({ seconds, signal }: { seconds: number; signal?: AbortSignal }): Promise<void> {
  await delay(seconds * 1000, undefined, signal === undefined ? {} : { signal });
}

export function isAbortError(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
