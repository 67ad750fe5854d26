import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { TextDecoder } from 'node:util';
import { USER_DATA_BYTES } from '../contract/aws-request';

export interface ReadUserDataInput {
  /** The worker's FLEET_USER_DATA_DIR. */
  userDataDir: string | undefined;
  userDataFile: string;
}

export type UserData = { text: string; bytes: number; problem?: undefined } | { problem: string };

/**
 * The text of `fleet.userDataFile`, or why it cannot be used. Links are followed, but never out of the folder: who
 * starts a fleet must not read the worker's other files. No message quotes the file.
 */
export async function readUserData({ userDataDir, userDataFile }: ReadUserDataInput): Promise<UserData> {
  if (userDataDir === undefined) {
    return { problem: 'the worker has no FLEET_USER_DATA_DIR: set it there, or give userData' };
  }
  try {
    const folder = await realpath(userDataDir);
    const file = await realpath(join(folder, userDataFile));
    if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
      return { problem: 'it leads out of the FLEET_USER_DATA_DIR of the worker' };
    }
    return await readText(file);
  } catch (error) {
    return { problem: `the worker cannot read it (${codeOf(error)})` };
  }
}

async function readText(file: string): Promise<UserData> {
  // A named pipe would otherwise hold the activity until somebody writes to it.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { problem: 'it is not a file' };
    if (stats.size > USER_DATA_BYTES) {
      return { problem: `expected at most ${String(USER_DATA_BYTES)} bytes, got ${String(stats.size)}` };
    }
    const bytes = await handle.readFile();
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? { problem: 'it is empty' } : { text, bytes: bytes.length };
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): string {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not UTF-8 text' : code;
}
