import { fit } from './fit';
import { printable } from './printable';

export interface TableInput {
  head: string[];
  rows: (string | undefined)[][];
  width: number;
}

const GAP = '  ';

/** A column is not squeezed below this; a table that still does not fit is cut at the right. */
const MIN_COLUMN = 8;

/** Columns as wide as their content; where the width does not do, the widest column gives way. */
export function tableLines({ head, rows, width }: TableInput): string[] {
  const cells = [head, ...rows.map((row) => head.map((_, column) => printable(row[column] ?? '')))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  squeeze(widths, width - GAP.length * (head.length - 1));
  return cells.map((row) => {
    const line = row
      .map((cell, column) => fit(cell, widths[column] ?? 0).padEnd(widths[column] ?? 0))
      .join(GAP);
    return fit(line.trimEnd(), width);
  });
}

function squeeze(widths: number[], room: number): void {
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const current = widths[widest] ?? 0;
    if (current <= MIN_COLUMN) return;
    widths[widest] = current - 1;
    over -= 1;
  }
}
