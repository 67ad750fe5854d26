import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../usage-error';

/** A path has at most 4,096 characters (Linux, PATH_MAX), so that no more than half as many folders can be missing. */
const MOST_MISSING_FOLDERS = 2048;

/**
 * Makes the folder of `--data-dir` with its parents, or says why it cannot be one. Folder by folder: `mkdir` with
 * `recursive` never ends where a file system answers ENOENT below a folder that is there, as /proc does (Node 20).
 */
export async function makeDataDir(path: string): Promise<void> {
  const folder = resolve(path);
  try {
    for (const missing of await missingFolders(folder)) await makeOne(missing);
    if (!(await stat(folder)).isDirectory())
      throw new UsageError(describe({ path, problem: 'it is a file' }));
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(describe({ path, problem: (error as Error).message }));
  }
}

/** The folders that are not there, the outermost first. */
async function missingFolders(folder: string): Promise<string[]> {
  const missing: string[] = [];
  let candidate = folder;
  while (missing.length < MOST_MISSING_FOLDERS && !(await isThere(candidate))) {
    missing.unshift(candidate);
    candidate = dirname(candidate);
  }
  return missing;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Another process may make the same folder at this moment. */
async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function describe({ path, problem }: { path: string; problem: string }): string {
  return `--data-dir: expected a folder that can be made and written to, got ${JSON.stringify(path)} (${problem})`;
}
