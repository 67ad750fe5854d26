import { join } from 'node:path';
import { findPackageRoot } from '../../dev-stack/package-root';

/** This very command, as a child process runs it: always the built one, also when the caller runs from source. */
export function ownCommand(args: readonly string[]): { command: string; args: string[] } {
  const main = join(findPackageRoot(__dirname), 'dist', 'cli', 'main.js');
  return { command: process.execPath, args: [main, ...args] };
}
