import { existsSync, mkdtempSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../dev-stack/processes';
import { runModule } from './run-module';

const newFolder = () => mkdtempSync(join(tmpdir(), 'setup-lock-'));

/** Notes when it enters and leaves; two that overlap would show as two entries in a row. */
const VISIT = `
import { appendFileSync } from 'node:fs';
import { withSetupLock } from './scripts/setup-lock.mjs';
const [folder, log] = process.argv.slice(1);
await withSetupLock({ folder, onWait: () => {} }, async () => {
  appendFileSync(log, 'in\\n');
  await new Promise((resolve) => setTimeout(resolve, 50));
  appendFileSync(log, 'out\\n');
});`;

const HOLD = `
import { withSetupLock } from './scripts/setup-lock.mjs';
await withSetupLock({ folder: process.argv[1], onWait: () => {} }, () => new Promise(() => setInterval(() => {}, 1000)));`;

function visit(folder: string, log: string): Promise<string> {
  return runModule(VISIT, [join(folder, 'lock'), log]).output;
}

test('of many setups one works at a time', async () => {
  const folder = newFolder();
  const log = join(folder, 'log');
  await Promise.all(Array.from({ length: 6 }, () => visit(folder, log)));
  expect(readFileSync(log, 'utf8')).toBe('in\nout\n'.repeat(6));
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('the lock of a setup that was killed is taken over at once, by one of those that wait', async () => {
  const folder = newFolder();
  const log = join(folder, 'log');
  const holder = runModule(HOLD, [join(folder, 'lock')]);
  await waitUntil(() => existsSync(join(folder, 'lock')));
  const visits = [visit(folder, log), visit(folder, log), visit(folder, log)];
  holder.kill();
  await holder.output;
  await Promise.all(visits);
  expect(readFileSync(log, 'utf8')).toBe('in\nout\n'.repeat(3));
});

test('a holder on another machine counts as gone when it gives no sign of life', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'lock'));
  const owner = join(folder, 'lock', 'owner');
  writeFileSync(owner, JSON.stringify({ pid: process.pid, host: `not-${hostname()}` }));
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(owner, longAgo, longAgo);
  const log = join(folder, 'log');
  await visit(folder, log);
  expect(readFileSync(log, 'utf8')).toBe('in\nout\n');
});
