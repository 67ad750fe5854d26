import { setTimeout as delay } from 'node:timers/promises';
import { describeExit } from '../../dev-stack/child-process';
import { untilAborted } from '../until-aborted';
import type { Stack } from './stack';

/** Between a worker's end and the next start: 1, 2, 4 … s. A worker that cannot run must not spin. */
const LONGEST_PAUSE_SECONDS = 30;

/** One that ran this long had started well: its next end is a new story. */
const STARTED_WELL_SECONDS = 60;

export interface KeepWorkerInput {
  stack: Pick<Stack, 'startWorker'>;
  /** Ends the keeping; the worker that runs is the stack's to stop. */
  signal: AbortSignal;
  say: (line: string) => void;
  onStarted: () => void;
}

/** Runs a worker and starts the next one when it ends, until told to stop. The first start may fail: it is thrown. */
export async function keepWorker({ stack, signal, say, onStarted }: KeepWorkerInput): Promise<void> {
  let failures = 0;
  let worker = await stack.startWorker();
  onStarted();
  while (!signal.aborted) {
    const startedAt = Date.now();
    const exit = await Promise.race([worker.exited, untilAborted(signal)]);
    if (exit === undefined) return;
    failures = Date.now() - startedAt > STARTED_WELL_SECONDS * 1000 ? 1 : failures + 1;
    const pauseSeconds = Math.min(2 ** (failures - 1), LONGEST_PAUSE_SECONDS);
    say(`the worker ended (${describeExit(exit)}): the next one starts in ${String(pauseSeconds)} s`);
    await delay(pauseSeconds * 1000, undefined, { signal }).catch(() => undefined);
    if (isAborted(signal)) return;
    try {
      worker = await stack.startWorker();
      say('the worker runs again');
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
}

function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
