import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findPackageRoot } from '../../../src/dev-stack/package-root';

/** `directory` holds `python` and `aws`. */
export type Python = { python: string; directory: string } | { missing: string };

/** Somewhat more than the script's own limits, which end it with a reason. */
const LIMIT_MILLIS = 330_000;

/** Made on the first run, which shows its progress; asked for while jest collects tests, so it has to block. */
export function findPython(): Python {
  const folder = join(findPackageRoot(__dirname), 'test', 'conformance', 'support');
  const made = spawnSync(process.execPath, [join(folder, 'make-python.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    timeout: LIMIT_MILLIS,
  });
  const line = made.stdout.trim();
  if (made.status === 0) return { python: line, directory: join(line, '..') };
  if (made.status === 1 && line !== '') return { missing: line };
  throw new Error(`make-python.mjs ended with ${made.status ?? made.signal ?? 'nothing'}`);
}
