import { formatCount } from './format-values';
import type { Style } from './style';
import { printable } from './printable';
import { wrap } from './wrap';

export interface CheckLinesInput {
  check: string;
  status: 'ok' | 'warning' | 'wrong' | 'skipped';
  message: string;
  mend?: string | undefined;
  /** Infinity: one line. */
  width: number;
  style: Style;
}

const COLORS = { ok: 'green', warning: 'yellow', wrong: 'red', skipped: 'dim' } as const;

const STATUS_WIDTH = 'warning'.length + 2;

/** `wrong    search attributes: not registered … . Run: lightsail-fleet init`, wrapped on a terminal. */
export function checkLines({ check, status, message, mend, width, style }: CheckLinesInput): string[] {
  const next = mend === undefined ? '' : `. To mend it: ${mend}`;
  const text = printable(`${check}: ${message}${next}`);
  return wrap({ text, width: width - STATUS_WIDTH }).map(({ text: line, first }) =>
    first
      ? `${style[COLORS[status]](status)}${' '.repeat(STATUS_WIDTH - status.length)}${line}`
      : `${' '.repeat(STATUS_WIDTH)}${line}`,
  );
}

/** `14 checks: 10 ok, 2 warnings, 1 wrong, 1 skipped`. */
export function checkSummary(results: readonly Pick<CheckLinesInput, 'status'>[]): string {
  const count = (wanted: string) => results.filter(({ status }) => status === wanted).length;
  const counted = [
    `${String(count('ok'))} ok`,
    formatCount(count('warning'), 'warning'),
    `${String(count('wrong'))} wrong`,
    `${String(count('skipped'))} skipped`,
  ];
  return `${formatCount(results.length, 'check')}: ${counted.join(', ')}`;
}
