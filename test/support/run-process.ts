import { spawn } from 'node:child_process';

export interface RunProcessInput {
  command: string;
  args: readonly string[];
  env?: Record<string, string | undefined>;
  input?: string;
}

export interface ProcessRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end. Not blocking: the simulator that it talks to lives in this process. */
export async function runProcess(input: RunProcessInput): Promise<ProcessRun> {
  // Nothing of the machine's AWS or Python configuration may reach what is tested.
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(input.command, input.args, {
    env: { PATH, HOME, TMPDIR, PYTHONDONTWRITEBYTECODE: '1', ...input.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input.input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, ...output };
}
