import type { Ledger } from '../ledger/ledger';
import { describeChange } from '../ledger/describe-change';
import { writeCallRow, writeChangeRow } from '../ledger/write-row';
import { advance } from '../machine/advance';
import { realDelay, virtualNow } from '../clock';
import { applyChange } from '../state/apply-change';
import type { Change } from '../state/change';
import type { Settings } from '../settings';
import type { SimulatorState } from '../state/simulator-state';
import type { Store } from '../store/store';
import type { Call, CallAnswer } from './call';
import { handleCall } from './handle-call';
import { RateLimit } from './rate-limit';

export interface EngineParts {
  state: SimulatorState;
  ledger: Ledger;
  store: Store;
  /** Real time in milliseconds; the only clock there is. */
  realNow: () => number;
  /** What `POST reset` goes back to. */
  startSettings: Settings;
}

export interface CommitInput {
  atMillis: number;
  changes: readonly Change[];
  cause: number | 'clock';
  /** Rows that come before those of the changes. */
  rows?: readonly string[];
}

/** State, ledger and journal, kept in step. Everything here is synchronous: one call is one moment. */
export class Engine {
  readonly state: SimulatorState;
  readonly ledger: Ledger;
  readonly startSettings: Settings;
  readonly rateLimit = new RateLimit();
  private readonly store: Store;
  private readonly realNow: () => number;
  private lastMillis = 0;

  constructor(parts: EngineParts) {
    this.state = parts.state;
    this.ledger = parts.ledger;
    this.store = parts.store;
    this.realNow = parts.realNow;
    this.startSettings = parts.startSettings;
    this.lastMillis = parts.ledger.lastMillis() ?? 0;
  }

  /** Virtual time. It never runs backwards, whatever the machine's clock does. */
  nowMillis(): number {
    const now = virtualNow({ anchor: this.state.clock, realMillis: this.realNow() });
    this.lastMillis = Math.max(this.lastMillis, now);
    return this.lastMillis;
  }

  realMillis(): number {
    return this.realNow();
  }

  /** Lets everything happen that is due. */
  catchUp(): number {
    const nowMillis = this.nowMillis();
    advance({
      state: this.state,
      nowMillis,
      onEvent: ({ atMillis, changes }) => this.record({ atMillis, changes, cause: 'clock' }),
    });
    return nowMillis;
  }

  /** Carries out a call. What it changed is on its way to the disk when this returns. */
  call(call: Call): { answer: CallAnswer; seq: number } {
    const atMillis = this.catchUp();
    const { answer, changes, counts } = handleCall({ engine: this, call, nowMillis: atMillis });
    const seq = this.ledger.nextSeq;
    const row = writeCallRow({ seq, atMillis, call, answer });
    this.commit({ atMillis, changes, cause: seq, rows: [row], applied: counts });
    // The row of a read may wait; what changes something, or tried to, is written before it is answered.
    if (changes.length > 0 || counts.length > 0 || !call.action.startsWith('Get')) this.flush();
    return { answer, seq };
  }

  /** Records changes and carries them out. `applied` are journalled too, but have been carried out already. */
  commit(input: CommitInput & { applied?: readonly Change[] }): void {
    this.record(input);
    for (const change of input.changes) applyChange(this.state, change);
  }

  /** For what a world starts with, which is nobody's doing: it is in the state and not in the ledger. */
  applyUnrecorded(change: Change): void {
    applyChange(this.state, change);
  }

  /** Starts the journal and the ledger again from the state as it is; the seq goes on. */
  forgetLedger(): void {
    this.ledger.restart(this.ledger.nextSeq);
    this.store.compact({ state: this.state, ledger: this.ledger });
  }

  /** Hands what was recorded to the operating system. */
  flush(): void {
    this.store.write({ fsync: this.state.settings.fsync });
    this.store.compactWhereLarge({ state: this.state, ledger: this.ledger });
  }

  /** Real milliseconds until something falls due; undefined where nothing will, or the clock stands still. */
  nextDueDelay(): number | undefined {
    const due = this.state.due.peek();
    if (due === undefined) return undefined;
    return realDelay({ anchor: this.state.clock, realMillis: this.realNow(), dueMillis: due.dueMillis });
  }

  private record({
    atMillis,
    changes,
    cause,
    rows = [],
    applied = [],
  }: CommitInput & { applied?: readonly Change[] }): void {
    const written = [...rows];
    const seq = this.ledger.nextSeq;
    for (const change of changes) {
      const description = describeChange({ state: this.state, change });
      if (description === undefined) continue;
      written.push(writeChangeRow({ seq: seq + written.length, atMillis, change: description, cause }));
    }
    this.ledger.append({ rows: written, maxRows: this.state.settings.ledgerMaxRows });
    this.store.append({ seq, changes: JSON.stringify([...applied, ...changes]), rows: written });
  }
}
