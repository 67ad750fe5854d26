import { join } from 'node:path';
import { startChild, type StartedChild } from '../../src/dev-stack/child-process';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import { CallClient } from './call-client';

/** A start with a state file of 100,000 operations takes 2 s; a busy machine takes longer. */
const READY_SECONDS = 60;

export interface StartSimulatorProcessInput {
  stateFile: string;
  connections: number;
}

/** The built simulator as a process of its own, so that what its client costs is not in its figures. */
export interface SimulatorProcess {
  pid: number;
  client: CallClient;
  stop(): Promise<void>;
}

export async function startSimulatorProcess({
  stateFile,
  connections,
}: StartSimulatorProcessInput): Promise<SimulatorProcess> {
  const main = join(findPackageRoot(__dirname), 'dist', 'cli', 'main.js');
  const child: StartedChild<string> = await startChild<string>({
    name: 'the simulator',
    command: process.execPath,
    args: [main, 'simulator', '--json', '--port', '0', '--state-file', stateFile],
    env: { PATH: process.env['PATH'] ?? '' },
    limitSeconds: READY_SECONDS,
    readyWhen: (line) => (JSON.parse(line) as { url?: string }).url,
  });
  const client = new CallClient({ url: child.value, connections });
  // The clock stands still: nothing happens that the bench did not ask for.
  await client.control({ method: 'PUT', path: 'settings', body: { speed: 0 } });
  return {
    pid: child.pid,
    client,
    stop: async () => {
      client.close();
      await child.stop();
    },
  };
}
