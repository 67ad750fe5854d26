import { PassThrough } from 'node:stream';
import { main } from '../../src/cli/main';

export interface RunMainInput {
  argv: string[];
  env?: NodeJS.ProcessEnv;
  stdin?: string;
  tty?: boolean;
  columns?: number;
}

export interface RunMainResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs the command in this process, with a world of its own. */
export async function runMain({
  argv,
  env = {},
  stdin = '',
  tty = false,
  columns,
}: RunMainInput): Promise<RunMainResult> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY: tty,
    columns,
    write: (text: string) => {
      written[name] += text;
      return true;
    },
  });
  const input = Object.assign(new PassThrough(), { isTTY: tty });
  input.end(stdin);
  const exitCode = await main({
    argv,
    env,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: input,
    listenForInterrupt: () => new AbortController().signal,
  });
  return { exitCode, ...written };
}
