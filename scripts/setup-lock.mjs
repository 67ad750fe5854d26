import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** The holder says this often that it is alive, so that a lock from another container or machine can be judged too. */
const SIGN_OF_LIFE_MILLIS = 2000;

/** Without a sign of life for this long the holder is gone, whatever process has its id by now. */
const STALE_MILLIS = 30_000;

const ASK_EVERY_MILLIS = 250;

/** A cold setup takes up to seven minutes; two in front of us are the most that is worth waiting for. */
const WAIT_LIMIT_MILLIS = 20 * 60_000;

/**
 * Runs `work` while no other setup works in this checkout. The lock is a folder that comes into being by a rename,
 * owner file included, so that it is never there without saying whose it is.
 */
export async function withSetupLock({ folder, onWait }, work) {
  const owner = JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() });
  const startedAt = Date.now();
  while (!(await take(folder, owner))) {
    const holder = await readHolder(folder);
    if (holder !== undefined && !holder.alive) await removeStale(folder, holder);
    else {
      if (Date.now() - startedAt > WAIT_LIMIT_MILLIS) {
        throw new Error(`another setup holds ${folder} for too long: end it, or remove that folder`);
      }
      if (holder !== undefined) onWait(`process ${holder.pid} is at it`);
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MILLIS));
    }
  }
  const signOfLife = setInterval(() => {
    const now = new Date();
    utimes(join(folder, 'owner'), now, now).catch(() => undefined);
  }, SIGN_OF_LIFE_MILLIS);
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(signOfLife);
    process.removeListener('exit', release);
    release();
  }
}

async function take(folder, owner) {
  const mine = `${folder}.${process.pid}`;
  await rm(mine, { recursive: true, force: true });
  await mkdir(mine, { recursive: true });
  await writeFile(join(mine, 'owner'), owner);
  try {
    await stat(folder);
  } catch {
    try {
      await rename(mine, folder);
      return true;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(error.code)) throw error;
    }
  }
  await rm(mine, { recursive: true, force: true });
  return false;
}

/** Undefined: it has just been released. */
async function readHolder(folder) {
  try {
    const file = join(folder, 'owner');
    const text = await readFile(file, 'utf8');
    const age = Date.now() - (await stat(file)).mtimeMs;
    const { pid, host } = JSON.parse(text);
    return { pid, text, alive: age < STALE_MILLIS && (host !== hostname() || isRunning(pid)) };
  } catch {
    return undefined;
  }
}

/** By a rename, which only one of many waiters can do; and put back if it was somebody's fresh lock after all. */
async function removeStale(folder, holder) {
  const aside = join(dirname(folder), `stale-${process.pid}-${Date.now()}`);
  try {
    await rename(folder, aside);
    if ((await readFile(join(aside, 'owner'), 'utf8')) === holder.text) {
      await rm(aside, { recursive: true, force: true });
    } else await rename(aside, folder);
  } catch {
    // Another waiter was first.
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
