import { closeSync, openSync, readSync } from 'node:fs';
import type { Change } from '../state/change';
import { StateFileError } from './state-file-error';

const CHUNK_BYTES = 1 << 20;
const LINE_BREAK = 10;

export interface ReadEntry {
  seq: number;
  changes: Change[];
  rows: string[];
}

/**
 * Reads a journal from its start, and passes over a last line that was torn: nobody was told of it. (The store
 * rewrites the file next, which cuts it off.) Returns the size of what is whole, 0 for a file that was not there.
 */
export function readJournal(input: { path: string; onEntry: (entry: ReadEntry) => void }): number {
  let descriptor: number;
  try {
    descriptor = openSync(input.path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  try {
    return readLines({
      descriptor,
      onLine: (line, number) => input.onEntry(parseLine({ ...input, line, number })),
    });
  } finally {
    closeSync(descriptor);
  }
}

function readLines(input: { descriptor: number; onLine: (line: string, number: number) => void }): number {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let pieces: Buffer[] = [];
  let whole = 0;
  let number = 0;
  for (let read = readSync(input.descriptor, chunk); read > 0; read = readSync(input.descriptor, chunk)) {
    let start = 0;
    for (
      let end = chunk.indexOf(LINE_BREAK);
      end >= 0 && end < read;
      end = chunk.indexOf(LINE_BREAK, start)
    ) {
      pieces.push(Buffer.from(chunk.subarray(start, end)));
      const line = Buffer.concat(pieces);
      pieces = [];
      input.onLine(line.toString('utf8'), ++number);
      whole += line.length + 1;
      start = end + 1;
    }
    pieces.push(Buffer.from(chunk.subarray(start, read)));
  }
  return whole;
}

function parseLine({ path, line, number }: { path: string; line: string; number: number }): ReadEntry {
  const [head = '', ...rows] = line.split('\t');
  try {
    const { seq, changes } = JSON.parse(head) as { seq: number; changes: Change[] };
    return { seq, changes, rows };
  } catch {
    throw new StateFileError(
      `${path}, line ${number}: expected an entry of the simulator's journal. Move the file away to start afresh.`,
    );
  }
}
