import type { SeenRow } from './seen-world';

/** The ledger by itself: no gap, no seq twice, time in order, and what was read once reads the same for ever. */
export function checkLedger(input: {
  rows: readonly SeenRow[];
  lines: readonly string[];
  linesBefore: readonly string[];
}): string[] {
  const { rows, lines, linesBefore } = input;
  const problems: string[] = [];
  rows.forEach((row, index) => {
    const previous = rows[index - 1];
    if (previous === undefined) return;
    if (row.seq !== previous.seq + 1)
      problems.push(`ledger: seq ${String(row.seq)} comes after ${String(previous.seq)}`);
    if (row.at < previous.at)
      problems.push(`ledger: row ${String(row.seq)} is of ${row.at}, before ${previous.at}`);
  });
  const oldest = rows[0]?.seq ?? 1;
  linesBefore.forEach((line) => {
    const { seq } = JSON.parse(line) as SeenRow;
    if (lines[seq - oldest] !== line) problems.push(`ledger: row ${String(seq)} is not what it was: ${line}`);
  });
  return problems;
}
