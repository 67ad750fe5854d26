import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** No checkout or install nests deeper than this below the package's root. */
const MAX_LEVELS_UP = 6;

/**
 * Folder of this package: the nearest one above with a package.json. The same for src/, dist/ and dist-bench/, so that
 * a path below it is right whichever of them the code runs from.
 */
export function findPackageRoot(from: string): string {
  let folder = from;
  for (let level = 0; level <= MAX_LEVELS_UP; level += 1) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    folder = dirname(folder);
  }
  throw new Error(`expected a package.json in or above ${from}: install lightsail-fleet again`);
}
