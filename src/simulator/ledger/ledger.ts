/** How many rows are dropped at once when the ledger is full, so that dropping costs little for each row. */
const ROWS_DROPPED_AT_ONCE = 10_000;
/**
 * Rows of ordinary calls have 300 characters, so that `ledgerMaxRows` comes first; rows of the longest ones have
 * 130,000, and 500,000 of those would be 65 GB. All rows together also have to fit one string (`GET ledger`).
 */
const MOST_CHARACTERS = 256 * 1024 * 1024;
const CHARACTERS_LEFT = MOST_CHARACTERS - MOST_CHARACTERS / 8;

/**
 * Every call and every change, in order, as lines of JSON. A row is written once and read as text from then on.
 * `seq` starts at 1 and is never used twice, not even after a reset.
 */
export class Ledger {
  private rows: string[] = [];
  private firstSeq = 1;
  private characters = 0;

  get nextSeq(): number {
    return this.firstSeq + this.rows.length;
  }

  get oldestSeq(): number {
    return this.firstSeq;
  }

  /** The virtual time of the last row. */
  lastMillis(): number | undefined {
    const last = this.rows.at(-1);
    return last === undefined ? undefined : Date.parse((JSON.parse(last) as { at: string }).at);
  }

  /** Rows come in the order of their seq, the first being `nextSeq`. */
  append({ rows, maxRows }: { rows: readonly string[]; maxRows: number }): void {
    for (const row of rows) {
      this.rows.push(row);
      this.characters += row.length;
    }
    if (this.rows.length > maxRows + ROWS_DROPPED_AT_ONCE) this.drop({ atLeast: this.rows.length - maxRows });
    if (this.characters > MOST_CHARACTERS) this.drop({ atLeast: 1 });
  }

  /** Forgets all rows; the next one has `nextSeq`. */
  restart(nextSeq: number): void {
    this.rows = [];
    this.characters = 0;
    this.firstSeq = nextSeq;
  }

  /** Up to `limit` rows after `after`. */
  read({ after, limit }: { after: number; limit: number }): readonly string[] {
    const start = Math.max(0, after + 1 - this.firstSeq);
    return this.rows.slice(start, start + limit);
  }

  /** Drops the oldest rows: so many, and as many more as it takes for the rest to fit. */
  private drop({ atLeast }: { atLeast: number }): void {
    let dropped = 0;
    while (dropped < atLeast || this.characters > CHARACTERS_LEFT) {
      this.characters -= this.rows[dropped]?.length ?? 0;
      dropped++;
    }
    this.rows = this.rows.slice(dropped);
    this.firstSeq += dropped;
  }
}
