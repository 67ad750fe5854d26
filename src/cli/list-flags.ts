import type { Command } from 'commander';
import type { ListFleetsInput } from '../client';
import { fleetCommand } from '../contract/fleet-command';
import { MAX_LIST_LIMIT, problemsOfFilter } from '../contract/fleet-filter';
import { FLEET_STATES, type FleetState } from '../contract/fleet-states';
import { parseTime, TIME_RULE } from './parse-time';
import { UsageError } from './usage-error';

export interface ListOptions {
  state?: string[] | undefined;
  region?: string | undefined;
  source?: string | undefined;
  group?: string | undefined;
  fleetId?: string | undefined;
  owner?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
  running?: boolean | undefined;
  limit: string;
  pageToken?: string | undefined;
}

export function addListFlags(command: Command): Command {
  return command
    .option('--state <state>', `in this state (again for more): ${FLEET_STATES.join(', ')}`, collectStates)
    .option('--running', 'only those whose run goes on')
    .option('--region <region>', 'only those of this Region')
    .option('--source <name>', 'only clones of this snapshot or instance')
    .option('--group <group>', 'only those of this group')
    .option('--fleet-id <prefix>', 'only those whose id begins so')
    .option('--owner <run-id>', 'only this run, by the owner tag of what it made')
    .option('--since <time>', 'started since: an age (24h, 7d) or a time (2026-11-25T02:00Z)')
    .option('--until <time>', 'started earlier than this age or time')
    .option('--limit <n>', 'how many a page', '50')
    .option('--page-token <token>', 'the next page: of the page before, which prints it');
}

function collectStates(text: string, before: string[] = []): string[] {
  return [...before, ...text.split(',').map((state) => state.trim())];
}

/** The flag of each member of a filter, where its name is another. */
const FLAGS: Partial<Record<string, string>> = { fleetIdPrefix: '--fleet-id', ownerId: '--owner' };

export interface ToListInput {
  options: ListOptions;
  now: Date;
}

/** Throws UsageError, with every problem, before anything is connected to. */
export function toListInput({ options, now }: ToListInput): ListFleetsInput {
  const { state, region, source, group, fleetId, owner, running, pageToken } = options;
  const time = (text?: string) => (text === undefined ? undefined : parseTime({ text, now }));
  const input: ListFleetsInput = {
    ...{ region, source, group, fleetIdPrefix: fleetId, ownerId: owner, running, pageToken },
    state: state as FleetState[] | undefined,
    since: time(options.since),
    until: time(options.until),
    limit: Number(options.limit),
  };
  const noTime = (['since', 'until'] as const).filter(
    (flag) => options[flag] !== undefined && input[flag] === undefined,
  );
  const lines = [
    ...problemsOfFilter(input).map(({ path, message }) => `${FLAGS[path] ?? `--${path}`}: ${message}`),
    ...noTime.map((flag) => `--${flag}: ${TIME_RULE}, got ${JSON.stringify(options[flag])}`),
    ...problemsOfLimit(options.limit),
  ];
  if (lines.length === 0) return input;
  throw new UsageError(lines.join('\n'));
}

function problemsOfLimit(text: string): string[] {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIST_LIMIT) return [];
  return [`--limit: expected 1 to ${String(MAX_LIST_LIMIT)}, got ${JSON.stringify(text)}`];
}

type FlagAndValue = readonly [flag: string, value?: string];

/** The filters as they were given; ages have become times, so that the next page is one of the same listing. */
export function filterFlags({ state, region, source, group, ...rest }: ListFleetsInput): FlagAndValue[] {
  const { fleetIdPrefix, ownerId, since, until, running } = rest;
  const states = state === undefined ? [] : [state].flat();
  const given: [string, string | undefined][] = [
    ...states.map((one): [string, string] => ['--state', one]),
    ['--region', region],
    ['--source', source],
    ['--group', group],
    ['--fleet-id', fleetIdPrefix],
    ['--owner', ownerId],
    ['--since', since],
    ['--until', until],
  ];
  const flags = given.flatMap(([flag, value]): FlagAndValue[] =>
    value === undefined ? [] : [[flag, value]],
  );
  return running === true ? [['--running'], ...flags] : flags;
}

export function nextPageCommand(input: ListFleetsInput, nextPageToken: string): string {
  const options: FlagAndValue[] = [
    ...filterFlags(input),
    ...(input.limit === undefined ? [] : [['--limit', String(input.limit)] as const]),
    ['--page-token', nextPageToken],
  ];
  return fleetCommand({ verb: 'list', options });
}
