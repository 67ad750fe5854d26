import { lstatSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Nobody but the user may read or write: what lies in it is run with the credentials of a worker. */
const PRIVATE = 0o700;
const OTHERS = 0o077;

export interface CompileCacheInput {
  env: NodeJS.ProcessEnv;
}

/**
 * A folder for compiled code that only this user can write to; undefined where there is none. Node's own default is a
 * folder in the shared /tmp, which any user of the machine may have made before.
 */
export function compileCacheFolder({ env }: CompileCacheInput): string | undefined {
  try {
    const home = env['HOME'] || homedir();
    const folder = join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'lightsail-fleet-compiled');
    mkdirSync(folder, { recursive: true, mode: PRIVATE });
    return isPrivate(folder) ? folder : undefined;
  } catch {
    // No home, or one that cannot be written to, as in a container: it starts as quickly as it compiles.
    return undefined;
  }
}

function isPrivate(folder: string): boolean {
  // Of Windows: the user's own profile, and no such bits.
  if (process.getuid === undefined) return true;
  // Not stat: a link may be pointed elsewhere at any time.
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid() && (found.mode & OTHERS) === 0;
}
