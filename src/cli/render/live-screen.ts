/** A part of the terminal that is drawn again and again, in place. */
export interface LiveScreen {
  draw(lines: readonly string[]): void;
  /** Writes a line that stays, above what is drawn. */
  insert(line: string): void;
  /** Leaves what was drawn last on the screen and goes on below it. */
  finish(): void;
}

/** Where a terminal's size is not known. */
export const DEFAULT_WIDTH = 80;
const DEFAULT_HEIGHT = 24;

/** The cursor's own line, and one to see where the block begins. */
const SPARE_LINES = 2;

export interface TerminalStream {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  rows?: number | undefined;
}

export function terminalSize({ columns, rows }: TerminalStream): { width: number; height: number } {
  return {
    width: Math.max(20, columns ?? DEFAULT_WIDTH),
    height: Math.max(3, (rows ?? DEFAULT_HEIGHT) - SPARE_LINES),
  };
}

/**
 * Draws over its own lines: up, and to the end of each line and of the screen erased. Lines must fit the width, as a
 * wrapped one would be counted wrongly; after a resize the block is drawn anew below.
 */
export function createLiveScreen(stream: TerminalStream): LiveScreen {
  let drawn: readonly string[] = [];
  let drawnAt = '';
  const size = () => `${String(stream.columns)}x${String(stream.rows)}`;
  const write = (above: string, lines: readonly string[]) => {
    const up = drawn.length > 0 && size() === drawnAt ? `\u001b[${String(drawn.length)}A\r` : '';
    stream.write(`${up}${above}${lines.map((line) => `${line}\u001b[K\n`).join('')}\u001b[J`);
    drawn = lines;
    drawnAt = size();
  };
  return {
    draw(lines) {
      write('', lines);
    },
    insert(line) {
      write(`${line}\u001b[K\n`, drawn);
    },
    finish() {
      drawn = [];
    },
  };
}
