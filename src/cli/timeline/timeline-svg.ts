import { fit } from '../render/fit';
import { formatDuration } from '../render/format-values';
import { escapeXml } from './escape-xml';
import type { FleetTimeline, TimelineRow } from './fleet-timeline';
import { PHASES, type Phase } from './phases';
import { rowSummary } from './row-summary';
import { timeTicks } from './time-ticks';
import { TIMELINE_STYLE } from './timeline-style';

/** In units of the drawing, which a browser scales to the room it has. */
const WIDTH = 960;
const LEFT = 200;
const RIGHT = 240;
const BARS = WIDTH - LEFT - RIGHT;
const ROW = 22;
const BAR_HEIGHT = 14;
const HEAD = 84;
const FOOT = 56;

/** Of text at 12 px in the room beside the bars. */
const NAME_CHARACTERS = 28;
const TEXT_CHARACTERS = 34;
const FACTS_CHARACTERS = 130;

/** What took no time is still to be seen. */
const LEAST_BAR = 2;

const MOST_TICKS = 8;

/** Drawings as one file: no scripts, no fonts and no network; a title and a description for who cannot see it. */
export function timelineSvg(timeline: FleetTimeline): string {
  const { title, facts, rows } = timeline;
  const height = HEAD + Math.max(1, rows.length) * ROW + FOOT;
  const description = [...facts, ...rows.map(rowSummary)].join('. ');
  return `<svg xmlns="http://www.w3.org/2000/svg" class="fleet-timeline" viewBox="0 0 ${String(WIDTH)} ${String(height)}" width="${String(WIDTH)}" height="${String(height)}" role="img" aria-labelledby="fleet-timeline-title fleet-timeline-desc">
<title id="fleet-timeline-title">${escapeXml(title)}</title>
<desc id="fleet-timeline-desc">${escapeXml(description)}</desc>
<style>${TIMELINE_STYLE}</style>
<rect class="ground" width="100%" height="100%"/>
<text class="head" x="16" y="28">${escapeXml(fit(title, FACTS_CHARACTERS))}</text>
<text class="dim" x="16" y="48">${escapeXml(fit(facts.join(' · '), FACTS_CHARACTERS))}</text>
${axisOf(timeline, height)}
${rows.map((row, index) => rowOf({ row, index, timeline })).join('\n')}
${footOf(timeline, height)}
</svg>
`;
}

function xOf({ from, to }: FleetTimeline, at: number): number {
  return round(LEFT + (Math.min(to, Math.max(from, at)) - from) * (BARS / (to - from)));
}

function axisOf(timeline: FleetTimeline, height: number): string {
  const { from, end } = timeline;
  const bottom = String(height - FOOT);
  return timeTicks({ seconds: (end - from) / 1000, most: MOST_TICKS })
    .map((second) => {
      const x = String(xOf(timeline, from + second * 1000));
      return `<line class="grid" x1="${x}" x2="${x}" y1="${String(HEAD - 8)}" y2="${bottom}"/><text class="dim tick" x="${x}" y="${String(HEAD - 14)}">${formatDuration(second)}</text>`;
    })
    .join('\n');
}

interface RowInput {
  row: TimelineRow;
  index: number;
  timeline: FleetTimeline;
}

function rowOf({ row, index, timeline }: RowInput): string {
  const top = HEAD + index * ROW;
  const middle = String(top + ROW / 2 + 4);
  const bars = row.segments.map(({ phase, from, to }) => {
    const x = xOf(timeline, from);
    const width = Math.max(LEAST_BAR, round(xOf(timeline, to) - x));
    return `<rect class="${phase}" x="${String(x)}" y="${String(top + (ROW - BAR_HEIGHT) / 2)}" width="${String(width)}" height="${String(BAR_HEIGHT)}"/>`;
  });
  const { name } = row.instance;
  return `<g><title>${escapeXml(rowSummary(row))}</title><text class="name" x="${String(LEFT - 10)}" y="${middle}">${escapeXml(fit(name, NAME_CHARACTERS))}</text>${bars.join('')}<text x="${String(WIDTH - RIGHT + 10)}" y="${middle}">${escapeXml(fit(row.text, TEXT_CHARACTERS))}</text></g>`;
}

/** What is left out, and the legend, of phases that are to be seen. */
function footOf({ rows, hidden, note }: FleetTimeline, height: number): string {
  const told = [hidden, note].filter((line) => line !== undefined).join('. ');
  const used = PHASES.filter((phase) =>
    rows.some(({ segments }) => segments.some((one) => one.phase === phase)),
  );
  return `<text class="dim" x="${String(LEFT)}" y="${String(height - FOOT + 18)}">${escapeXml(told)}</text>
${used.map((phase, index) => legendOf(phase, index, height - 22)).join('')}`;
}

function legendOf(phase: Phase, index: number, y: number): string {
  const x = LEFT + index * 120;
  return `<rect class="${phase}" x="${String(x)}" y="${String(y)}" width="12" height="12"/><text x="${String(x + 18)}" y="${String(y + 10)}">${phase}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
