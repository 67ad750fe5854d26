import type { ListedFleet } from '../../client';
import { FLEET_STATES, type FleetState } from '../../contract/fleet-states';
import type { CommandModule } from '../command-module';
import { withFleets } from '../connect-fleets';
import { EXIT_CODES } from '../exit-codes';
import { formatDuration, formatTime } from '../render/format-values';
import { DEFAULT_WIDTH } from '../render/live-screen';
import { tableLines } from '../render/table';
import { UsageError } from '../usage-error';

const EXAMPLES = `
Examples:
  lightsail-fleet list
  lightsail-fleet list --state rollback-incomplete --json | jq -r '.fleets[].fleetId'`;

/** A listing is for people; a report over thousands of runs is the visibility store's own business. */
const MAX_LIMIT = 10_000;

interface ListOptions {
  limit: string;
  state?: string | undefined;
}

export const listCommand: CommandModule<ListOptions> = {
  configure: (command) =>
    void command
      .option('--limit <n>', 'how many at most', '50')
      .option('--state <state>', `only fleets in this state: ${FLEET_STATES.join(', ')}`)
      .addHelpText('after', EXAMPLES),

  async run({ context, options }) {
    const limit = parseLimit(options.limit);
    const state = parseState(options.state);
    return withFleets(context, async ({ fleets, namespace }) => {
      const listed = await fleets.listFleets({ limit, state });
      if (context.json) {
        context.printJson(listed);
        return EXIT_CODES.done;
      }
      if (listed.fleets.length === 0) {
        const which = state === undefined ? '' : ` in state ${state}`;
        context.say(
          `no fleets${which} in namespace ${namespace}. Make one with: lightsail-fleet clone --help`,
        );
        return EXIT_CODES.done;
      }
      const width = context.stdout.isTTY === true ? (context.stdout.columns ?? DEFAULT_WIDTH) : Infinity;
      for (const line of tableLines({ head: HEAD, rows: listed.fleets.map(toRow), width }))
        context.print(line);
      if (listed.more) context.say(`there are more: lightsail-fleet list --limit ${String(limit * 2)}`);
      return EXIT_CODES.done;
    });
  },
};

const HEAD = ['FLEET', 'STATE', 'SIZE', 'SOURCE', 'REGION', 'STARTED', 'TOOK'];

function toRow(fleet: ListedFleet): string[] {
  const { fleetId, size, source, region, startedAt, closedAt } = fleet;
  const until = closedAt === undefined ? Date.now() : Date.parse(closedAt);
  const took = formatDuration((until - Date.parse(startedAt)) / 1000);
  return [
    fleetId,
    stateOf(fleet),
    size === undefined ? '' : String(size),
    source ?? '',
    region ?? '',
    formatTime(startedAt),
    took,
  ];
}

/** A run that was ended from outside keeps its last state: its status says more. */
function stateOf({ status, state }: ListedFleet): string {
  if (status === 'terminated' || status === 'timed-out') return status;
  return state ?? status;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new UsageError(`--limit: expected 1 to ${String(MAX_LIMIT)}, got ${JSON.stringify(text)}`);
}

function parseState(text: string | undefined): FleetState | undefined {
  if (text === undefined) return undefined;
  const state = FLEET_STATES.find((known) => known === text);
  if (state !== undefined) return state;
  throw new UsageError(`--state: expected one of ${FLEET_STATES.join(', ')}, got ${JSON.stringify(text)}`);
}
