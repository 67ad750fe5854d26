import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findPackageRoot } from '../../src/dev-stack/package-root';

export type Tool = { path: string } | { missing: string };

/** A Go build from nothing on a machine that does much else; the scripts' own limits end them with a reason. */
const LIMIT_MILLIS = 16 * 60_000;

/**
 * The path that a script of this folder prints: made on the first run, which shows its progress. Asked for while jest
 * collects tests, so it has to block.
 */
export function findTool(script: string, ...args: string[]): Tool {
  const file = join(findPackageRoot(__dirname), 'test', 'support', script);
  const made = spawnSync(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    timeout: LIMIT_MILLIS,
  });
  const line = made.stdout.trim();
  if (made.status === 0) return { path: line };
  if (made.status === 1 && line !== '') return { missing: line };
  throw new Error(`${script} ended with ${made.status ?? made.signal ?? 'nothing'}`);
}
