/** One thing that the command does, measured so many times. */
export interface CommandRow {
  what: string;
  samples: number;
  p50Millis: number;
  p95Millis: number;
  maxMillis: number;
  /** What it may take; the maximum is held against it. */
  limitMillis: number;
}

/** A table of the report; each measurement brings its own. */
export interface CommandTable {
  title: string;
  /** What was measured, and how: one paragraph of Markdown. */
  text: string;
  rows: CommandRow[];
}

export interface CommandReport {
  machine: string;
  tables: CommandTable[];
}

export interface ToRowInput {
  what: string;
  millis: readonly number[];
  limitMillis: number;
}

/** Of samples in any order. */
export function toRow({ what, millis, limitMillis }: ToRowInput): CommandRow {
  const sorted = millis.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return {
    ...{ what, samples: sorted.length, limitMillis },
    ...{ p50Millis: at(0.5), p95Millis: at(0.95), maxMillis: at(1) },
  };
}
