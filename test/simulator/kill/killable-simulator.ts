import { spawnChild, type RunningChild } from '../../../src/dev-stack/spawn-child';
import { startChild } from '../../../src/dev-stack/child-process';
import { COMMAND } from '../../support/start-stack';

export interface KillableInput {
  stateFile: string;
  speed: number;
}

const READY_SECONDS = 20;

function commandOf({ stateFile, speed }: KillableInput): { name: string; command: string; args: string[] } {
  const args = ['simulator', '--json', '--port', '0', '--state-file', stateFile, '--speed', String(speed)];
  return { name: 'simulator', command: process.execPath, args: [COMMAND, ...args] };
}

/** The built simulator as a process of its own, ready to be called. */
export function startKillable(input: KillableInput): Promise<RunningChild & { value: string }> {
  return startChild<string>({
    ...commandOf(input),
    env: { PATH: process.env['PATH'] ?? '' },
    limitSeconds: READY_SECONDS,
    readyWhen: (line) => (JSON.parse(line) as { url?: string }).url,
  });
}

/** One that nobody waits for: it is killed while it reads or rewrites its journal. */
export function spawnKillable(input: KillableInput): RunningChild {
  return spawnChild({ ...commandOf(input), env: { PATH: process.env['PATH'] ?? '' } });
}
