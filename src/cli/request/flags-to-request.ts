import type { Problem } from '../../contract/failures';
import type { FleetFlags } from './fleet-flags';
import { readLaunchFlags } from './launch-flags';

/** A request that is not checked yet, as far as it is needed here. */
export type LooseRequest = Record<string, unknown> & { fleet?: Record<string, unknown> };

export interface FlagsToRequestInput {
  flags: FleetFlags;
  /** The request of `--file`, which flags override. */
  base: LooseRequest;
  /** Text of `--user-data-file`. */
  userData?: string | undefined;
}

export interface FlagsToRequestResult {
  request: LooseRequest;
  problems: Problem[];
}

/** Flags laid over a request. What the schema checks is left to it; problems here are of the flags' own grammar. */
export function flagsToRequest({ flags, base, userData }: FlagsToRequestInput): FlagsToRequestResult {
  const problems: Problem[] = [];
  const request: LooseRequest = { ...base };
  const fleet: Record<string, unknown> = { ...base.fleet };
  setSource(request, flags);
  setNames({ request, fleet, flags, problems });
  const given = {
    availabilityZone: flags.zone,
    bundleId: flags.bundle,
    keyPairName: flags.keyPair,
    ipAddressType: flags.ipAddressType,
    userData,
  };
  const launch = readLaunchFlags(flags);
  problems.push(...launch.problems);
  Object.assign(request, withoutUndefined(given), launch.members);
  // The flag's text replaces the file's user data, whichever way that was given.
  if (userData !== undefined) delete fleet['userDataFile'];
  if (flags.tag !== undefined) request['tags'] = mergeTags(request['tags'], flags.tag, problems);
  if (flags.batchSize !== undefined) fleet['batchSize'] = toNumber(flags.batchSize);
  Object.assign(fleet, withoutUndefined(readStanding(flags)));
  if (flags.waitFor !== undefined) fleet['waitFor'] = toWaitFor(flags.waitFor);
  if (Object.keys(fleet).length > 0) request.fleet = fleet;
  else delete request.fleet;
  return { request, problems };
}

/** When the fleet stands, and what it replaces. */
function readStanding(flags: FleetFlags) {
  const { minReady, replaceFailed, fallbackZone, onFailure, group, keepLast, shareGroup } = flags;
  return {
    group,
    keepLast: keepLast === undefined ? undefined : toNumber(keepLast),
    shareGroup,
    minReady: minReady === undefined ? undefined : toNumber(minReady),
    replaceFailed: replaceFailed === undefined ? undefined : toNumber(replaceFailed),
    fallbackZones: fallbackZone,
    onFailure,
  };
}

/** A source by flag replaces the file's source altogether. */
function setSource(
  request: LooseRequest,
  { snapshot, sourceInstance, restoreDate, latest }: FleetFlags,
): void {
  if (snapshot !== undefined || sourceInstance !== undefined) {
    delete request['instanceSnapshotName'];
    delete request['sourceInstanceName'];
    delete request['restoreDate'];
    delete request['useLatestRestorableAutoSnapshot'];
  }
  Object.assign(
    request,
    withoutUndefined({
      instanceSnapshotName: snapshot,
      sourceInstanceName: sourceInstance,
      restoreDate,
      useLatestRestorableAutoSnapshot: latest,
    }),
  );
}

interface SetNamesInput {
  request: LooseRequest;
  fleet: Record<string, unknown>;
  flags: FleetFlags;
  problems: Problem[];
}

/** One name with `--count`, or with braces, is a template; otherwise names are names. */
function setNames({ request, fleet, flags: { name: names, count }, problems }: SetNamesInput): void {
  if (count !== undefined) fleet['count'] = toNumber(count);
  if (names === undefined) return;
  const [first = ''] = names;
  const template = count !== undefined || names.some((name) => name.includes('{'));
  if (template && names.length > 1) {
    problems.push({
      path: '--name',
      message: `expected one template with --count, or several plain names without, got ${String(names.length)} names`,
    });
  }
  if (template) {
    delete request['instanceNames'];
    fleet['nameTemplate'] = first;
  } else {
    delete fleet['nameTemplate'];
    delete fleet['count'];
    request['instanceNames'] = names;
  }
}

function mergeTags(base: unknown, flags: readonly string[], problems: Problem[]): unknown[] {
  const given = flags.flatMap((flag) => {
    const at = flag.indexOf('=');
    const key = at === -1 ? flag : flag.slice(0, at);
    if (key === '') {
      problems.push({
        path: '--tag',
        message: `expected key=value, or key alone, got ${JSON.stringify(flag)}`,
      });
      return [];
    }
    return [at === -1 ? { key } : { key, value: flag.slice(at + 1) }];
  });
  const keys = new Set(given.map(({ key }) => key));
  const known: unknown[] = Array.isArray(base) ? base : [];
  const kept = known.filter((tag) => !keys.has((tag as { key?: string } | null)?.key ?? ''));
  return [...kept, ...given];
}

/** A number where the text is one; otherwise the text, which the schema then refuses with what came. */
function toNumber(text: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
}

function toWaitFor(text: string): unknown {
  const port = /^(?:port:)?(\d+)$/.exec(text)?.[1];
  return port === undefined ? text : { port: Number(port) };
}

function withoutUndefined(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
