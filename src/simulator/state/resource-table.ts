/**
 * Resources of one type in the order of their creation, so that a page costs what it holds, not what the table
 * holds. A removal moves pointers only: microseconds for 10,000 of them.
 */
export class ResourceTable<T extends { name: string; serial: number }> {
  private readonly rows: T[] = [];

  get size(): number {
    return this.rows.length;
  }

  put(row: T): void {
    const index = this.indexAfter(row.serial - 1);
    if (this.rows[index]?.serial === row.serial) this.rows[index] = row;
    else this.rows.splice(index, 0, row);
  }

  remove(serial: number): void {
    const index = this.indexAfter(serial - 1);
    if (this.rows[index]?.serial === serial) this.rows.splice(index, 1);
  }

  /** Up to `limit` rows made after `afterSerial`, and whether there are more. */
  page({ afterSerial, limit }: { afterSerial: number; limit: number }): {
    rows: readonly T[];
    more: boolean;
  } {
    const start = this.indexAfter(afterSerial);
    return { rows: this.rows.slice(start, start + limit), more: start + limit < this.rows.length };
  }

  all(): readonly T[] {
    return this.rows;
  }

  private indexAfter(serial: number): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle] as T).serial <= serial) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
