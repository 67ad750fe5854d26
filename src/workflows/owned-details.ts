import { escape, FRAME_PADDING } from './current-details';
import type { OwnedRun } from './owned-run';

/** Rows of a list; the rest is counted. */
const MAX_ROWS = 50;

/** A deletion as Markdown, for the Temporal UI's User Metadata tab. */
export function renderOwned(run: OwnedRun): string {
  const { state, found, removed } = run.progress();
  const head = `### ${state}: ${String(removed)} of ${String(found)} removed, in ${String(run.regions.length)} Regions`;
  return [
    head,
    list(
      '**Still there, and billed**',
      run.survivors.map(
        ({ resourceType, name, cause }) => `${resourceType} **${escape(name)}**: ${escape(cause)}`,
      ),
    ),
    list(
      '**Could not be read**',
      run.unread.map(({ region, cause }) => `${escape(region)}: ${escape(cause)}`),
    ),
    list(
      '**Left alone**',
      run.leftAlone.map(({ name, cause }) => `Disk **${escape(name)}**: ${escape(cause)}`),
    ),
    list(
      '**Removed**',
      run.removed.map(
        ({ resourceType, name, region }) => `${resourceType} **${escape(name)}** in ${escape(region)}`,
      ),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat(FRAME_PADDING);
}

function list(title: string, rows: string[]): string {
  if (rows.length === 0) return '';
  const rest = rows.length > MAX_ROWS ? [`- and ${String(rows.length - MAX_ROWS)} more`] : [];
  const shown = rows.slice(0, MAX_ROWS).map((row) => `- ${row}`);
  return [`${title} (${String(rows.length)}):`, '', ...shown, ...rest].join('\n');
}
