import type { PlayCounts } from './campaign/play-counts';

export interface CampaignReport {
  machine: string;
  /** What repeats it. */
  command: string;
  lanes: number;
  seconds: number;
  violations: number;
  counts: PlayCounts;
}

/** As a table of docs/reliability.md, and for a terminal. */
export function renderReport({
  machine,
  command,
  lanes,
  seconds,
  violations,
  counts,
}: CampaignReport): string {
  const faults = sum(counts.faults);
  const rows: [what: string, value: string][] = [
    ['worlds (seeds)', number(counts.plays)],
    ['fleets', number(counts.fleets)],
    ['calls to Lightsail', number(counts.calls)],
    ['faults injected', number(faults)],
    ['kill -9 of a worker', number(counts.events.kill ?? 0)],
    ['cancellations', number(counts.events.cancel ?? 0)],
    ['other events', list({ ...counts.events, kill: 0, cancel: 0, delete: 0, sweep: 0 })],
    ['workers that Node ended after a freeze', number(counts.thawedDead)],
    ['faults by kind', list(counts.faults)],
    ['outcomes', list(counts.outcomes)],
    ['deletions and sweeps', list(counts.removals)],
    ['survivors, each named by a loud outcome', number(counts.survivors)],
    ['**violations**', `**${number(violations)}**`],
    ['wall time', `${(seconds / 60).toFixed(1)} minutes, ${String(lanes)} worlds at once`],
    ['machine', machine],
  ];
  const table = rows.map(([what, value]) => `| ${what} | ${value} |`).join('\n');
  return `\`${command}\`\n\n| Measured | |\n| --- | --- |\n${table}\n`;
}

function list(counts: Partial<Record<string, number>>): string {
  const shown = Object.entries(counts)
    .filter(([, count = 0]) => count > 0)
    .sort(([, a = 0], [, b = 0]) => b - a)
    .map(([kind, count = 0]) => `${kind} ${number(count)}`);
  return shown.length === 0 ? 'none' : shown.join(' · ');
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
