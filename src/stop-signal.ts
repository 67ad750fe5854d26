import type { Logger } from 'pino';

export interface StopSignal {
  /** Aborted by the first signal. */
  signal: AbortSignal;
  dispose: () => void;
}

/** The first SIGINT or SIGTERM asks the process to drain, the second ends it at once. */
export function listenForSignals(logger: Logger): StopSignal {
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      logger.warn({ signal: name }, 'second signal: stopping at once');
      process.exit(1);
    }
    logger.info(
      { signal: name },
      'stopping: waits are handed over, creates in flight finish (a second signal forces)',
    );
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  const dispose = () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  return { signal: controller.signal, dispose };
}
