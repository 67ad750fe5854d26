/* eslint-disable @typescript-eslint/no-require-imports -- what does the work takes as long to load as all the rest, and is
   loaded while the server is being connected to. A dynamic import() would need file names that jest cannot map. */
import { setMaxListeners } from 'node:events';
import { readConfig } from './config';
import { runUntilStopped } from './run-until-stopped';
import { listenForSignals } from './stop-signal';
import type { TemporalFlags } from './temporal-profile';
import { createLogger, installRuntime } from './telemetry';
import { connectWorker, requireSearchAttributes } from './worker-connection';

/** Each activity that waits listens for the drain: above ACTIVITY_SLOTS of create-worker.ts. */
const SIGNAL_LISTENERS = 2010;

export type { TemporalFlags } from './temporal-profile';

export interface RunWorkerInput {
  env: NodeJS.ProcessEnv;
  /** Where Temporal is, past the environment. */
  temporal?: TemporalFlags | undefined;
  /** Logs for people instead of NDJSON. */
  pretty?: boolean;
  /** Called when the worker polls its task queue. */
  onReady?: (ready: { taskQueue: string; namespace: string; address: string }) => void;
}

/**
 * Runs a worker until it is told to stop: the first SIGINT or SIGTERM drains, the second forces. Resolves with
 * the exit code; rejects when it cannot start or dies, so that its supervisor sees a failure.
 */
export async function runWorker({ env, temporal, pretty = false, onReady }: RunWorkerInput): Promise<number> {
  const config = readConfig(env);
  const logger = createLogger({ level: config.logLevel, pretty });
  installRuntime({ logger, metricsAddress: config.metricsAddress });
  const stop = listenForSignals(logger);
  setMaxListeners(SIGNAL_LISTENERS, stop.signal);
  try {
    const connecting = connectWorker({ env, flags: temporal, logger, signal: stop.signal });
    // Waited for below, once the rest is loaded.
    connecting.catch(() => undefined);
    const { createWorker } = require('./create-worker') as typeof import('./create-worker');
    const connected = await connecting;
    try {
      await requireSearchAttributes({ connected, logger });
      const worker = await createWorker({ config, connected, draining: stop.signal, logger });
      await runUntilStopped({
        worker,
        stop,
        started: () => {
          logger.info(
            { taskQueue: config.taskQueue, namespace: connected.namespace, address: connected.address },
            'worker polls',
          );
          onReady?.({
            taskQueue: config.taskQueue,
            namespace: connected.namespace,
            address: connected.address,
          });
        },
      });
      logger.info('worker stopped');
    } finally {
      await connected.connection.close();
    }
  } finally {
    stop.dispose();
  }
  return 0;
}
