import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

export interface ModuleRun {
  pid: number;
  /** Standard output at the end. */
  output: Promise<string>;
  kill: () => void;
}

/** Runs ES module code beside scripts/ in a process of its own: jest loads CommonJS only. */
export function runModule(code: string, args: string[] = []): ModuleRun {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return {
    pid: child.pid ?? 0,
    output: new Promise((resolve) => child.once('close', () => resolve(text))),
    kill: () => void child.kill('SIGKILL'),
  };
}
