import { spawnChild, type ChildExit } from './spawn-child';

export interface RunCommandInput {
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv | undefined;
  cwd?: string | undefined;
  limitSeconds: number;
  onLine?: ((line: string) => void) | undefined;
}

export interface RunCommandResult extends ChildExit {
  /** The last lines of stderr, then of stdout. */
  lastLines: string[];
  /** It was killed because the limit had passed. */
  tooLong: boolean;
}

/** Runs a command to its end. Never rejects: a command that cannot be started is a result with an error. */
export async function runCommand({
  limitSeconds,
  onLine,
  ...command
}: RunCommandInput): Promise<RunCommandResult> {
  const child = spawnChild({ ...command, name: command.command, onOutput: ({ line }) => onLine?.(line) });
  let tooLong = false;
  const limit = setTimeout(() => {
    tooLong = true;
    void child.kill();
  }, limitSeconds * 1000);
  const exit = await child.exited;
  clearTimeout(limit);
  return { ...exit, lastLines: child.lastLines(), tooLong };
}
