import type { Worker } from '@temporalio/worker';
import type { StopSignal } from './stop-signal';

/** Runs the worker until the signal asks it to drain. Rejects when it dies. */
export async function runUntilStopped({
  worker,
  stop,
  started,
}: {
  worker: Worker;
  stop: StopSignal;
  started: () => void;
}): Promise<void> {
  const running = worker.run();
  const onStop = () => {
    worker.shutdown();
  };
  if (stop.signal.aborted) onStop();
  else stop.signal.addEventListener('abort', onStop, { once: true });
  started();
  await running;
}
