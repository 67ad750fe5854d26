export interface ProgressLinesInput {
  write: (line: string) => void;
  /** Milliseconds. */
  now: () => number;
}

/** Often enough to see that it moves, seldom enough for a log. */
const LINE_EVERY_MILLIS = 5000;

/**
 * Turns frequent progress into lines: at once what is new, then every few seconds with the time that has passed. Two
 * texts are of the same step when they agree up to the first colon.
 */
export function progressLines({ write, now }: ProgressLinesInput): (text: string) => void {
  let step = '';
  let startedAt = 0;
  let writtenAt = 0;
  return (text) => {
    const at = now();
    const current = text.split(':', 1)[0] ?? text;
    const isNew = current !== step;
    if (isNew) {
      step = current;
      startedAt = at;
    } else if (at - writtenAt < LINE_EVERY_MILLIS) return;
    writtenAt = at;
    write(isNew ? `${text}\n` : `${text}, ${((at - startedAt) / 1000).toFixed(0)} s\n`);
  };
}
