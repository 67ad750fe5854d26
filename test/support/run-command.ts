import { spawn } from 'node:child_process';
import { COMMAND, type Stack } from './start-stack';

export interface CommandRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command as a process of its own, without a terminal, to its end. */
export async function runCommand(
  stack: Stack,
  args: string[],
  env: Record<string, string> = {},
): Promise<CommandRun> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...stack.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...output };
}
