import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withSetupLock } from '../../scripts/setup-lock.mjs';

/** What a machine may lack, or cannot reach: tests are skipped for it, and say so. Anything else is a mistake of ours. */
export class Obstacle extends Error {}

const run = promisify(execFile);

/**
 * A folder in the cache, named by what it is made of. It is made in a folder of its own, which gets its name when all
 * is in it: a setup that is cut off leaves none behind.
 */
export async function cachedFolder({ name, files, make }) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lightsail-fleet');
  const folder = join(cache, `${name}-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await withSetupLock({ folder: `${folder}.lock`, onWait: () => undefined }, async () => {
    if (existsSync(folder)) return;
    const temporary = await mkdtemp(join(cache, `${name}-new-`));
    try {
      await make({ cache, folder: temporary });
      await rename(temporary, folder);
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw error;
    }
  });
  return folder;
}

/** Runs one step; a failure whose text is among `obstacles` is one. */
export async function attempt({ what, command, args, limitMillis, obstacles, ...options }) {
  try {
    return await run(command, args, { timeout: limitMillis, ...options });
  } catch (error) {
    if (error.code === 'ENOENT') throw new Obstacle(`there is no ${command}`);
    if (error.killed) throw new Obstacle(`${what} took more than ${limitMillis / 1000} s`);
    const lines = `${error.stdout}\n${error.stderr}`.split('\n').map((line) => line.trim());
    const telling = lines.find((line) => obstacles.test(line));
    if (telling === undefined) throw error;
    throw new Obstacle(`${what} failed: ${telling.slice(0, 200)}`);
  }
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Prints the path of what was made, or as one line with exit code 1 what stands in the way. */
export async function printPath(make) {
  try {
    process.stdout.write(`${await make()}\n`);
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    process.stdout.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
