import type { FleetProgress } from '../contract/fleet-progress';
import { byUrgency } from '../contract/fleet-states';

/** Rows of the table; beyond, what is not ready comes first and the rest is counted. */
const MAX_ROWS = 100;

/** Temporal's UI (2.50) cuts off about 30 px at the end of its frame. */
export const FRAME_PADDING = '\n\n<br>';

/** The run as Markdown, for the Temporal UI's User Metadata tab. Every value that a user or AWS gave is escaped. */
export function renderDetails(progress: FleetProgress): string {
  return [
    renderHead(progress),
    renderCause(progress),
    renderSurvivors(progress),
    renderRotation(progress),
    renderTable(progress),
    renderWarnings(progress),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat(FRAME_PADDING);
}

function renderHead({
  state,
  counts,
  requested,
  source,
  availabilityZone,
  monthlyPriceUsd,
}: FleetProgress): string {
  const ready = String(counts.ready ?? 0);
  const lines = [`### ${state}: ${ready} of ${String(requested)} ready`];
  if (source !== undefined && availabilityZone !== undefined) {
    const gone = state === 'rolled-back';
    const price = gone || monthlyPriceUsd === undefined ? '' : `, ${monthlyPriceUsd.toFixed(2)} USD a month`;
    lines.push(`From **${escape(source)}** in ${escape(availabilityZone)}${price}.`);
  }
  return lines.join('\n\n');
}

function renderCause({ cause }: FleetProgress): string {
  return cause === undefined ? '' : `**${escape(cause.type)}**: ${escape(cause.message)}`;
}

function renderSurvivors({ survivors }: FleetProgress): string {
  if (survivors.length === 0) return '';
  const rows = survivors
    .slice(0, MAX_ROWS)
    .map(({ resourceType, name, cause }) => `- ${resourceType} **${escape(name)}**: ${escape(cause)}`);
  return [`**Still there, and billed** (${String(survivors.length)}):`, '', ...rows].join('\n');
}

function renderRotation({ rotation }: FleetProgress): string {
  if (rotation === undefined) return '';
  const { group, keepLast, removed, left, disksLeft, disksLeftCount, alone, problem, done } = rotation;
  const head = `**Group ${escape(group)}** (keeps the last ${String(keepLast)}): ${String(removed.length)} older fleets deleted${done ? '' : ' so far'}`;
  const rows = [
    ...(problem === undefined ? [] : [`- **${escape(problem)}**`]),
    ...left.map(
      ({ fleetId, cause, command }) =>
        `- **${escape(fleetId)} is still there, and billed**: ${escape(cause)}. Run: ${escape(command)}`,
    ),
    ...(disksLeftCount === 0
      ? []
      : [`- **Disks that are still there, and billed** (${String(disksLeftCount)}):`]),
    ...disksLeft.map(
      ({ fleetId, name, cause }) => `- Disk **${escape(name)}** of ${escape(fleetId)}: ${escape(cause)}`,
    ),
    ...removed.map(({ fleetId }) => `- ${escape(fleetId)} is deleted`),
    ...alone.map(({ fleetId, cause }) => `- ${escape(fleetId)} is left alone: ${escape(cause)}`),
  ];
  return [head, ...(rows.length === 0 ? [] : ['', ...rows.slice(0, MAX_ROWS)])].join('\n');
}

function renderTable({ instances }: FleetProgress): string {
  if (instances.length === 0) return '';
  const urgent = instances.length <= MAX_ROWS ? instances : byUrgency(instances).slice(0, MAX_ROWS);
  const rows = urgent.map(({ name, state, publicIpAddress, secondsToReady, problem }) =>
    renderRow([
      escape(name),
      state,
      publicIpAddress ?? '',
      secondsToReady?.toFixed(1) ?? '',
      escape(problem ?? ''),
    ]),
  );
  const rest = instances.length - urgent.length;
  return [
    renderRow(['Instance', 'State', 'Address', 'Seconds to ready', 'Problem']),
    '|---|---|---|---|---|',
    ...rows,
    ...(rest > 0 ? ['', `and ${String(rest)} more`] : []),
  ].join('\n');
}

/** An em space, and behind it what the UI's Markdown does not trim away. */
const COLUMN_GAP = '\u2003\u200b';

/** The UI draws tables without any space between columns, so the cells bring their own. */
function renderRow(cells: string[]): string {
  return `| ${cells.join(`${COLUMN_GAP} | `)} |`;
}

function renderWarnings({ warnings }: FleetProgress): string {
  return warnings.length === 0
    ? ''
    : ['**Warnings**', '', ...warnings.map((warning) => `- ${escape(warning)}`)].join('\n');
}

/**
 * Markdown's and HTML's own characters are made harmless: the UI lets raw HTML through. By backslash, as it shows
 * entities as they are written.
 */
export function escape(text: string): string {
  return text.replace(/[\\`*_[\]()#|~!<>&]/g, '\\$&').replace(/\s+/g, ' ');
}
