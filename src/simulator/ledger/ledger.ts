/** How many rows are dropped at once when the ledger is full, so that dropping costs little for each row. */
const ROWS_DROPPED_AT_ONCE = 10_000;

/**
 * Every call and every change, in order, as lines of JSON. A row is written once and read as text from then on.
 * `seq` starts at 1 and is never used twice, not even after a reset.
 */
export class Ledger {
  private rows: string[] = [];
  private firstSeq = 1;

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
    for (const row of rows) this.rows.push(row);
    if (this.rows.length <= maxRows + ROWS_DROPPED_AT_ONCE) return;
    const dropped = this.rows.length - maxRows;
    this.rows = this.rows.slice(dropped);
    this.firstSeq += dropped;
  }

  /** Forgets all rows; the next one has `nextSeq`. */
  restart(nextSeq: number): void {
    this.rows = [];
    this.firstSeq = nextSeq;
  }

  /** Up to `limit` rows after `after`. */
  read({ after, limit }: { after: number; limit: number }): readonly string[] {
    const start = Math.max(0, after + 1 - this.firstSeq);
    return this.rows.slice(start, start + limit);
  }
}
