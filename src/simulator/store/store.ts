import type { Ledger } from '../ledger/ledger';
import type { SimulatorState } from '../state/simulator-state';
import { stateToChanges } from '../state/state-to-changes';
import type { JournalEntry } from './journal';
import { Journal } from './journal';
import { loadState } from './load-state';
import { StateFileError } from './state-file-error';

/** A journal is rewritten at start, and again when it has grown past this and past twice its compacted size. */
const COMPACTION_BYTES = 256 * 1024 * 1024;
/** Changes and rows go into a compacted journal in portions: no line should be larger than a disk's cache. */
const PORTION = 1000;

interface Contents {
  state: SimulatorState;
  ledger: Ledger;
}

/** Where everything is kept. Without a path it keeps nothing. */
export class Store {
  private compactedBytes = 0;

  private constructor(private readonly journal: Journal | undefined) {}

  /** Opens the state file and brings state and ledger up to where it ends. `fresh` = there was nothing in it. */
  static open({ path, state, ledger }: Contents & { path: string | undefined }): {
    store: Store;
    fresh: boolean;
  } {
    if (path === undefined) return { store: new Store(undefined), fresh: true };
    try {
      const size = loadState({ path, state, ledger });
      const store = new Store(Journal.open({ path, size }));
      if (size > 0) store.compact({ state, ledger });
      return { store, fresh: size === 0 };
    } catch (error) {
      throw StateFileError.from({ error, path });
    }
  }

  append(entry: JournalEntry): void {
    this.journal?.append(entry);
  }

  write({ fsync }: { fsync: boolean }): void {
    this.journal?.write({ fsync });
  }

  compactWhereLarge(contents: Contents): void {
    const size = this.journal?.sizeBytes ?? 0;
    if (size > Math.max(COMPACTION_BYTES, 2 * this.compactedBytes)) this.compact(contents);
  }

  compact(contents: Contents): void {
    if (this.journal === undefined) return;
    this.journal.replace(entriesOf(contents));
    this.compactedBytes = this.journal.sizeBytes;
  }

  close(): void {
    this.journal?.close();
  }
}

/** The state as changes, then the ledger. Every entry of changes names the seq that comes next. */
function* entriesOf({ state, ledger }: Contents): Generator<JournalEntry> {
  const seq = ledger.oldestSeq;
  let portion: unknown[] = [];
  for (const change of stateToChanges(state)) {
    portion.push(change);
    if (portion.length < PORTION) continue;
    yield { seq, changes: JSON.stringify(portion), rows: [] };
    portion = [];
  }
  yield { seq, changes: JSON.stringify(portion), rows: [] };
  for (let first = seq; first < ledger.nextSeq; first += PORTION) {
    yield { seq: first, changes: '[]', rows: ledger.read({ after: first - 1, limit: PORTION }) };
  }
}
