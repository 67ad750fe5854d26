import { runModule } from './run-module';
import { waitUntil } from '../dev-stack/processes';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const INSTEAD = `
import { runInstead } from './scripts/run-process.mjs';
const code = await runInstead({ command: process.execPath, args: ['-e', process.argv[1]] });
console.log('code ' + code);`;

/** The same, as npm starts a script: below a shell, which does not pass a signal on. */
const BELOW_A_SHELL = `
import { spawn } from 'node:child_process';
const script = 'import { runInstead } from "./scripts/run-process.mjs"; await runInstead({ command: process.execPath, args: ["-e", process.argv[1]], parent: process.ppid });';
const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1" "$2"; exit', process.execPath, script, process.argv[1]], { stdio: 'inherit' });
process.on('SIGUSR2', () => shell.kill('SIGTERM'));
shell.on('exit', () => console.log('the shell is gone'));`;

test('the exit code is the child’s', async () => {
  expect(await runModule(INSTEAD, ['process.exit(7)']).output).toBe('code 7\n');
  expect(await runModule(INSTEAD, ['process.kill(process.pid, "SIGKILL")']).output).toBe('code 137\n');
});

test('a signal reaches the child once', async () => {
  const ready = join(mkdtempSync(join(tmpdir(), 'run-process-')), 'ready');
  const child = `
    process.on('SIGTERM', () => { console.log('heard'); setTimeout(() => process.exit(0), 200); });
    require('node:fs').writeFileSync(${JSON.stringify(ready)}, '');
    setInterval(() => {}, 1000);`;
  const run = runModule(INSTEAD, [child]);
  await waitUntil(() => existsSync(ready));
  process.kill(run.pid, 'SIGTERM');
  expect(await run.output).toBe('heard\ncode 0\n');
});

test('what npm started ends with npm, though npm tells only the shell between them', async () => {
  const ready = join(mkdtempSync(join(tmpdir(), 'run-process-')), 'ready');
  const child = `
    process.on('SIGTERM', () => { console.log('heard'); process.exit(0); });
    require('node:fs').writeFileSync(${JSON.stringify(ready)}, '');
    setTimeout(() => {}, 10_000);`;
  const run = runModule(BELOW_A_SHELL, [child]);
  await waitUntil(() => existsSync(ready));
  process.kill(run.pid, 'SIGUSR2');
  expect(await run.output).toBe('the shell is gone\nheard\n');
});
