import type { AddressInfo } from 'node:net';
import { createEngine } from './engine/create-engine';
import { startDueTimer } from './engine/due-timer';
import type { RunningSimulator, SimulatorOptions } from './simulator-options';
import { DelayedWork } from './wire/delayed-work';
import { createSimulatorServer } from './wire/server';

export type { RunningSimulator, SimulatorOptions } from './simulator-options';

/**
 * A local Lightsail. Point the AWS SDK, the AWS CLI or boto3 at `url`; control it under `url`/_simulator/
 * (docs/simulator-differences.md).
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningSimulator> {
  const host = options.host ?? '127.0.0.1';
  const { engine, store } = createEngine(options);
  const delayed = new DelayedWork();
  const timer = startDueTimer({ engine });
  const server = createSimulatorServer({
    engine,
    delayed,
    timer,
    onCall: options.onCall,
    logger: options.logger,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, host, resolve);
    });
  } catch (error) {
    timer.close();
    store.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  options.logger?.info({ url }, 'simulator listening');
  return {
    url,
    port,
    close: async () => {
      delayed.close();
      timer.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      store.close();
    },
  };
}
