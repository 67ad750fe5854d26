import type { Command } from 'commander';
import { UsageError } from './usage-error';

/** In a terminal the whole is to be seen at once; a drawing is scrolled. */
const TERMINAL_ROWS = 20;
const FILE_ROWS = 200;

/** The largest fleet. */
const MAX_ROWS = 1000;

export interface ShowOptions {
  color: boolean;
  json?: boolean | undefined;
  svg?: string | undefined;
  html?: string | undefined;
  rows?: string | undefined;
  force?: boolean | undefined;
}

export function addShowFlags(command: Command): Command {
  return command
    .argument('<fleet-id>', 'id of the fleet')
    .option('--svg <file>', 'also draw the timeline into this file (- is stdout, and nothing else then)')
    .option('--html <file>', 'also as a page that stands alone, with a table')
    .option(
      '--rows <n>',
      `instances of the timeline at most, not ready ones first (default: ${String(TERMINAL_ROWS)}, in a file ${String(FILE_ROWS)})`,
    )
    .option('--force', 'write over a file that is there');
}

export interface ShownRows {
  terminal: number;
  file: number;
}

/** Throws UsageError for flags that do not go together, before anything is connected to. */
export function parseShowFlags({ svg, html, rows, json }: ShowOptions): ShownRows {
  const toStdout = [svg, html].filter((file) => file === '-').length;
  if (toStdout > 1 || (toStdout === 1 && json === true))
    throw new UsageError('expected one thing on stdout: of --svg -, --html - and --json only one goes');
  if (svg !== undefined && svg === html && svg !== '-')
    throw new UsageError(`--svg and --html: expected two files, got ${JSON.stringify(svg)} for both`);
  if (rows === undefined) return { terminal: TERMINAL_ROWS, file: FILE_ROWS };
  const count = Number(rows);
  if (/^\d+$/.test(rows) && count >= 1 && count <= MAX_ROWS) return { terminal: count, file: count };
  throw new UsageError(`--rows: expected 1 to ${String(MAX_ROWS)}, got ${JSON.stringify(rows)}`);
}
