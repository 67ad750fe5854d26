import { fit } from '../render/fit';
import { formatDuration } from '../render/format-values';
import { printable } from '../render/printable';
import type { Style } from '../render/style';
import type { FleetTimeline, TimelineRow } from './fleet-timeline';
import { PHASES, type Phase } from './phases';
import { timeTicks } from './time-ticks';

const UNICODE: Readonly<Record<Phase | 'tick' | 'open', string>> = {
  ...{ requested: '·', operation: '▒', starting: '▓', ready: '█', failed: '×', removing: '░' },
  ...{ tick: '╷', open: '▶' },
};
const ASCII: typeof UNICODE = {
  ...{ requested: '.', operation: '-', starting: '=', ready: '#', failed: 'x', removing: '~' },
  ...{ tick: '|', open: '>' },
};

/** Longer names would leave no room for their bars. */
const MAX_NAME = 28;
const MAX_TEXT = 28;

/** More is not told by more cells. */
const MAX_BAR = 100;

/** Fewer cells tell nothing: the text behind the bar goes first. */
const MIN_BAR = 12;

/** From one label of the axis to the next: `12:34` and a gap. */
const CELLS_A_TICK = 12;

export interface TimelineLinesInput {
  timeline: FleetTimeline;
  /** Columns; what is not a terminal has as many as are useful. */
  width: number;
  unicode: boolean;
  style: Style;
}

/** The bars of a fleet as lines of a terminal, none wider than it. */
export function timelineLines(input: TimelineLinesInput): string[] {
  const lines = drawLines(input);
  return input.unicode ? lines : lines.map((line) => line.replaceAll('…', '.'));
}

function drawLines({ timeline, width, unicode, style }: TimelineLinesInput): string[] {
  const { rows, hidden, note } = timeline;
  const signs = unicode ? UNICODE : ASCII;
  const foot = [hidden, note].flatMap((line) =>
    line === undefined ? [] : [style.dim(fit(`  ${line}`, width))],
  );
  if (rows.length === 0) return foot;
  const columns = columnsOf(rows, width);
  const lines = rows.map((row) => {
    const name = fit(printable(row.instance.name), columns.name).padEnd(columns.name);
    const bar = barOf({ row, timeline, cells: columns.bar, signs, style });
    const text = columns.text === 0 ? '' : `  ${fit(printable(row.text), columns.text)}`;
    return `  ${name}  ${bar}${text}`.trimEnd();
  });
  const indent = ' '.repeat(columns.name + 4);
  const used = PHASES.filter((phase) =>
    rows.some(({ segments }) => segments.some((one) => one.phase === phase)),
  );
  const legend = used.map((phase) => `${signs[phase]} ${phase}`).join('  ');
  const axis = `${indent}${axisOf(timeline, columns.bar, signs.tick)}`;
  return [
    style.dim(fit(axis, width)),
    ...lines,
    ...foot,
    ...(legend === '' ? [] : [style.dim(fit(`  ${legend}`, width))]),
  ];
}

function columnsOf(rows: readonly TimelineRow[], width: number): { name: number; bar: number; text: number } {
  const longest = (texts: string[]) => Math.max(0, ...texts.map((text) => text.length));
  const name = Math.min(
    longest(rows.map(({ instance }) => instance.name)),
    MAX_NAME,
    Math.max(6, Math.floor(width / 4)),
  );
  const text = Math.min(longest(rows.map((row) => row.text)), MAX_TEXT);
  const room = width - name - 4;
  const withText = room - text - 2;
  if (withText >= MIN_BAR) return { name, bar: Math.min(MAX_BAR, withText), text };
  return { name, bar: Math.max(1, Math.min(MAX_BAR, room)), text: 0 };
}

interface BarInput {
  row: TimelineRow;
  timeline: FleetTimeline;
  cells: number;
  signs: typeof UNICODE;
  style: Style;
}

function barOf({ row, timeline: { from, to }, cells, signs, style }: BarInput): string {
  const cellOf = (at: number) =>
    Math.min(cells - 1, Math.max(0, Math.floor(((at - from) / (to - from)) * cells)));
  const phases: (Phase | undefined)[] = Array.from({ length: cells }, () => undefined);
  // Every phase has a cell at least, and what failed has one that nothing paints over.
  for (const { phase, from: begin, to: end } of row.segments)
    for (let cell = cellOf(begin); cell <= cellOf(Math.max(begin, end - 1)); cell++)
      if (phases[cell] !== 'failed' || phase === 'failed') phases[cell] = phase;
  const last = row.open ? phases.findLastIndex((phase) => phase !== undefined) : -1;
  return phases
    .map((phase, cell) => {
      if (phase === undefined) return ' ';
      return paint(style, phase, cell === last ? signs.open : signs[phase]);
    })
    .join('');
}

function paint(style: Style, phase: Phase, text: string): string {
  switch (phase) {
    case 'requested':
      return style.dim(text);
    case 'operation':
    case 'starting':
      return style.cyan(text);
    case 'ready':
      return style.green(text);
    case 'failed':
      return style.red(text);
    case 'removing':
      return style.yellow(text);
  }
}

/** `╷0:00     ╷0:10     ╷0:20`. */
function axisOf({ from, end, to }: FleetTimeline, cells: number, tick: string): string {
  let line = '';
  for (const second of timeTicks({ seconds: (end - from) / 1000, most: Math.floor(cells / CELLS_A_TICK) })) {
    const cell = Math.floor(((second * 1000) / (to - from)) * cells);
    const label = `${tick}${formatDuration(second)}`;
    if (cell + label.length <= cells) line = line.padEnd(cell) + label;
  }
  return line;
}
