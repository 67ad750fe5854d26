import type { ListFleetsInput, ListFleetsResult } from '../../client';
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import { withFleets } from '../connect-fleets';
import { EXIT_CODES } from '../exit-codes';
import { addListFlags, filterFlags, nextPageCommand, toListInput, type ListOptions } from '../list-flags';
import { formatCount } from '../render/format-values';
import { listLines } from '../render/list-lines';
import { DEFAULT_WIDTH } from '../render/live-screen';
import { uiListLink } from '../render/ui-list-link';

const EXAMPLES = `
Lists runs, those that go on first, then by when they ended; what ended before the retention of the namespace is forgotten.
STATE is how the run stands or ended: ready means that the fleet stood then. It is "deleted" once one delete, or a rotation
that is done, has removed all its instances, as many as were asked for. Deleted by hand, by a sweep or in several goes it
stays as it was, and so does a fleet that stood with fewer. With --state, deleted ones are left out.
Filters go together (and); a page that a filter leaves short may hold fewer than --limit.

Examples:
  lightsail-fleet list
  lightsail-fleet list --running
  lightsail-fleet list --state ready --group nightly --since 7d
  lightsail-fleet list --state rollback-incomplete --json | jq -r '.fleets[].fleetId'`;

export const listCommand: CommandModule<ListOptions> = {
  configure: (command) => void addListFlags(command).addHelpText('after', EXAMPLES),

  async run({ context, options }) {
    const now = new Date();
    const input = toListInput({ options, now });
    return withFleets(context, async ({ fleets, namespace }) => {
      const listed = await fleets.listFleets(input);
      const link = uiListLink({ env: context.env, namespace, query: listed.query });
      if (context.json) context.printJson({ ...listed, uiUrl: link });
      else printListed({ context, namespace, input, listed, link, now });
      return EXIT_CODES.done;
    });
  },
};

interface PrintListedInput {
  context: CommandContext;
  namespace: string;
  input: ListFleetsInput;
  listed: ListFleetsResult;
  link: string | undefined;
  now: Date;
}

function printListed({ context, namespace, input, listed, link, now }: PrintListedInput): void {
  const { fleets, nextPageToken, deletionsUnread } = listed;
  if (fleets.length > 0) {
    const width = context.stdout.isTTY === true ? (context.stdout.columns ?? DEFAULT_WIDTH) : Infinity;
    for (const line of listLines({ fleets, width, now })) context.print(line);
  }
  context.say(summaryOf({ namespace, input, listed }));
  if (nextPageToken !== undefined) context.say(`  next page: ${nextPageCommand(input, nextPageToken)}`);
  if (link !== undefined) context.say(`  ${context.style.dim('in the UI')} ${link}`);
  if (deletionsUnread === true)
    context.say(
      '  there are deletions that were not looked at, or could not be read: some of these fleets may be deleted',
    );
}

/** What was found, or why there is nothing. */
function summaryOf({ namespace, input, listed }: Omit<PrintListedInput, 'context' | 'link' | 'now'>): string {
  const { fleets, more } = listed;
  if (fleets.length > 0) return `${formatCount(fleets.length, 'fleet')}${more ? ', and there are more' : ''}`;
  if (more) return 'none on this page, and there are more';
  if (input.pageToken !== undefined) return 'no more fleets';
  const filters = filterFlags(input).map((flag) => flag.join(' '));
  return filters.length === 0
    ? `no fleets in namespace ${namespace}. Make one with: lightsail-fleet clone --help`
    : `no fleet in namespace ${namespace} matches ${filters.join(' ')}. See all with: lightsail-fleet list`;
}
