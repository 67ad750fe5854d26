import { formatClock, formatCount, formatTime, formatTook } from './details-text';
import { pendingLink, type FleetPages } from './details-links';
import { escape, inCode, inFrame, Page } from './markdown';
import type { OwnedRun } from './owned-run';
import { addSweepTable, isLeft } from './sweep-table';

/** Rows of each list. */
const MOST_ROWS = 20;

/** Commands of one failure; the failure's details have them all. */
const MOST_COMMANDS = 5;

/** What the page is made of. */
export type OwnedFacts = Pick<
  OwnedRun,
  | 'startedAt'
  | 'regions'
  | 'about'
  | 'cause'
  | 'isCancelled'
  | 'survivors'
  | 'unread'
  | 'leftAlone'
  | 'seen'
  | 'groups'
  | 'removed'
  | 'removedCount'
  | 'progress'
>;

export interface RenderOwnedInput {
  run: OwnedFacts;
  /** ISO 8601. What the page says is of this moment. */
  at: string;
  pages: FleetPages;
}

/** A deletion or a sweep as Markdown, for the Temporal UI's User Metadata tab. */
export function renderOwned({ run, at, pages }: RenderOwnedInput): string {
  const page = new Page();
  const { state } = run.progress();
  const ended = state === 'done' || run.cause !== undefined || run.isCancelled;
  const until = ended ? `took ${formatTook(run.startedAt, at)}` : `seen at ${formatClock(at)}`;
  page.add(`### ${headOf(run)}`);
  if (run.about !== '') page.add(`${escape(run.about)}.`);
  page.add(`Started ${formatTime(run.startedAt)}, ${until}.`);
  addCause(page, run);
  const resource = ({ resourceType, name, region }: { resourceType: string; name: string; region: string }) =>
    `${resourceType} **${escape(name)}** in ${escape(region)}`;
  const list = (title: string, rows: string[], count = rows.length) => {
    page.addList({ title: `**${title}** (${String(count)}):`, rows, most: MOST_ROWS });
  };
  list(
    'Still there, and billed',
    run.survivors.map(
      ({ resourceType, name, region, cause }) =>
        `${resourceType} **${escape(name)}**${region === undefined ? '' : ` in ${escape(region)}`}: ${escape(cause)}`,
    ),
  );
  list(
    'Could not be read',
    run.unread.map(({ region, cause }) => `${escape(region)}: ${escape(cause)}`),
  );
  list(
    'Left alone',
    run.leftAlone.map(({ name, cause }) => `Disk **${escape(name)}**: ${escape(cause)}`),
  );
  list('Would be deleted', run.seen.map(resource));
  if (!ended) page.add(pendingLink(pages));
  addSweepTable({ page, groups: run.groups });
  list('Removed', run.removed.map(resource), run.removedCount);
  return inFrame(page);
}

function headOf(run: OwnedFacts): string {
  const { state: reached, found, removed } = run.progress();
  const state = run.isCancelled ? 'cancelled' : reached;
  if (state === 'looking') return `looking in ${formatCount(run.regions.length, 'Region')}`;
  const left = run.groups.filter(isLeft).length;
  if (run.seen.length > 0) return `${state}: ${formatCount(run.seen.length, 'resource')} found`;
  if (found === 0 && run.groups.length > 0)
    return `${state}: ${left === 0 ? 'nothing is left behind' : `${formatCount(left, 'group')} left behind`}`;
  return `${state}: ${String(removed)} of ${String(found)} removed, in ${formatCount(run.regions.length, 'Region')}`;
}

/** What happened, and what finishes it: a command can be copied. */
function addCause(page: Page, { cause }: OwnedFacts): void {
  if (cause === undefined) return;
  const { type, message, details } = cause;
  const commands = details.command?.split('\n').map(inCode) ?? [];
  const [first = '', ...rest] = message.split('\n');
  page.add(`**${escape(type)}**: ${escape(first, 400)}`);
  if (commands.length > 0)
    page.addList({ title: '**To remove what is left, run**', rows: commands, most: MOST_COMMANDS });
  else page.addList({ title: '', rows: rest.map((line) => escape(line)), most: MOST_ROWS });
}
