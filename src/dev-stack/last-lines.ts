/**
 * Enough to see why a child ended, also at the top of a stack of Go's (103 lines where the Temporal server loses a
 * port); a child that logs for days keeps no more than this in memory.
 */
const KEPT_LINES = 200;

/** A line without an end (a binary file, a huge JSON) is cut here. */
const MAX_LINE_LENGTH = 64 * 1024;

export interface LastLines {
  /** Feeds a chunk of output; each whole line goes to `onLine`. */
  push: (chunk: string) => void;
  /** Feeds what is left without a line's end. */
  end: () => void;
  lines: () => readonly string[];
}

/** Splits one stream into lines and keeps the last of them. */
export function keepLastLines(onLine: (line: string) => void): LastLines {
  const kept: string[] = [];
  let rest = '';
  const take = (line: string): void => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    kept.push(text);
    if (kept.length > KEPT_LINES) kept.shift();
    onLine(text);
  };
  return {
    push(chunk) {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) take(part);
      if (rest.length > MAX_LINE_LENGTH) {
        take(rest);
        rest = '';
      }
    },
    end() {
      if (rest !== '') take(rest);
      rest = '';
    },
    lines: () => [...kept],
  };
}
