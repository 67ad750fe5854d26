import { writeFile } from 'node:fs/promises';
import { UsageError } from './usage-error';

export interface WriteOutputInput {
  flag: string;
  /** `-` is stdout. */
  file: string;
  text: string;
  /** A file that is there is written over. */
  force: boolean;
  stdout: { write(text: string): unknown };
}

/** Writes what a flag asks for. A file that is there stays as it is, unless that was asked for. */
export async function writeOutput({ flag, file, text, force, stdout }: WriteOutputInput): Promise<void> {
  if (file === '-') {
    stdout.write(text);
    return;
  }
  try {
    await writeFile(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new UsageError(`${flag}: ${file} is there already: --force writes over it`);
    throw new UsageError(`${flag}: ${file} cannot be written: ${message}`);
  }
}
