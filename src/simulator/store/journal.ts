import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** One step of the simulator's life: what changed, and the rows of the ledger that tell of it. */
export interface JournalEntry {
  /** The seq of the first of these rows. */
  seq: number;
  /** JSON of the list of changes. */
  changes: string;
  rows: readonly string[];
}

/** Rows of reads wait in memory up to this size before they are written. */
const LARGEST_BUFFER_CHARACTERS = 262_144;

/**
 * An append-only file, one line an entry: `{"seq":…,"changes":[…]}`, then a tab and a row of the ledger for each
 * row. JSON has no tabs of its own, so that a line is taken apart without being parsed, and an entry is either
 * whole, with its line break, or was never acknowledged.
 */
export class Journal {
  private buffer = '';
  private size: number;

  private constructor(
    private readonly path: string,
    private descriptor: number,
    size: number,
  ) {
    this.size = size;
  }

  static open({ path, size }: { path: string; size: number }): Journal {
    return new Journal(path, openSync(path, 'a', 0o600), size);
  }

  get sizeBytes(): number {
    return this.size;
  }

  /** Not yet on disk: call `write` before the client is answered. */
  append(entry: JournalEntry): void {
    this.buffer += formatEntry(entry);
    if (this.buffer.length > LARGEST_BUFFER_CHARACTERS) this.write({ fsync: false });
  }

  /** Hands everything to the operating system: from here on a kill -9 loses nothing. */
  write({ fsync }: { fsync: boolean }): void {
    if (this.buffer === '') return;
    const bytes = Buffer.from(this.buffer);
    this.buffer = '';
    for (let written = 0; written < bytes.length;) written += writeSync(this.descriptor, bytes, written);
    this.size += bytes.length;
    if (fsync) fsyncSync(this.descriptor);
  }

  /** Puts a shorter journal in the place of this one, at one stroke. */
  replace(entries: Iterable<JournalEntry>): void {
    const fresh = `${this.path}.compacting`;
    const descriptor = openSync(fresh, 'w', 0o600);
    this.buffer = '';
    this.size = 0;
    closeSync(this.descriptor);
    this.descriptor = descriptor;
    for (const entry of entries) this.append(entry);
    this.write({ fsync: true });
    renameSync(fresh, this.path);
    syncFolder(dirname(this.path));
  }

  close(): void {
    this.write({ fsync: true });
    closeSync(this.descriptor);
  }
}

/**
 * Until its folder is on the disk too, a loss of power brings back the file that was replaced, without what has been
 * written since (fsync(2)). Windows has no such call, and refuses to open a folder.
 */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function formatEntry({ seq, changes, rows }: JournalEntry): string {
  const head = `{"seq":${seq},"changes":${changes}}`;
  return rows.length === 0 ? `${head}\n` : `${head}\t${rows.join('\t')}\n`;
}
