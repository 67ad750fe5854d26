export interface WrappedLine {
  text: string;
  first: boolean;
}

/** Narrower than this, words would stand alone on their lines. */
const LEAST_WIDTH = 20;

/** Text broken between words into lines of at most `width`; a longer word stands on a line of its own. */
export function wrap({ text, width }: { text: string; width: number }): WrappedLine[] {
  const most = Math.max(LEAST_WIDTH, width);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, index) => ({ text: line, first: index === 0 }));
}
