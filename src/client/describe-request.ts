import type { CloneFleetInput } from '../contract/clone-fleet-input';
import { FLEET_DEFAULTS } from '../contract/fleet-options';
import { sourceOf } from './source-of';

/** `6 instances web-{index:03}` or `3 instances web-a … web-c`. */
function describeNames({ instanceNames, fleet }: CloneFleetInput): string {
  const count = instanceNames?.length ?? fleet?.count ?? 0;
  const instances = count === 1 ? '1 instance' : `${String(count)} instances`;
  if (instanceNames === undefined) return `${instances} ${fleet?.nameTemplate ?? ''}`;
  const first = instanceNames[0] ?? '';
  return count < 2 ? `${instances} ${first}` : `${instances} ${first} … ${instanceNames.at(-1) ?? ''}`;
}

/** One line for the Temporal UI's static summary, which shows Markdown: names are code, so nothing in them renders. */
export function summaryOfRequest(input: CloneFleetInput): string {
  return `clone ${code(sourceOf(input))} into ${code(describeNames(input))} in ${code(input.availabilityZone)}`;
}

/** An em space, and behind it what the UI's Markdown does not trim away: it draws tables without a space between columns. */
const COLUMN_GAP = '\u2003\u200b';

/** The request as a table, without what may be secret (user data) or long (tags, disks). */
export function detailsOfRequest(input: CloneFleetInput): string {
  const { fleet } = input;
  const rows: [string, string | undefined][] = [
    ['source', sourceOf(input)],
    [
      'automatic snapshot',
      input.restoreDate ?? (input.useLatestRestorableAutoSnapshot ? 'the latest' : undefined),
    ],
    ['names', describeNames(input)],
    ['zone', input.availabilityZone],
    ['bundle', input.bundleId],
    ['key pair', input.keyPairName],
    [
      'user data',
      input.userData === undefined ? undefined : `${String(Buffer.byteLength(input.userData))} bytes`,
    ],
    ['address type', input.ipAddressType],
    ['ready when', describeWaitFor(fleet?.waitFor ?? FLEET_DEFAULTS.waitFor)],
    ['stands with', fleet?.minReady === undefined ? undefined : `${String(fleet.minReady)} of them`],
    ['fallback zones', fleet?.fallbackZones?.join(', ')],
    ['when it fails', fleet?.onFailure],
    ['group', fleet?.group === undefined ? undefined : describeGroup(fleet.group, fleet.keepLast)],
    ['disks named for', disksNamedFor(input)],
    ['add-ons', input.addOns?.map(({ addOnType }) => addOnType).join(', ')],
    ['tags', input.tags === undefined ? undefined : String(input.tags.length)],
  ];
  const lines = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [`| ${name}${COLUMN_GAP} | ${code(value)} |`],
  );
  return ['| Request | |', '|---|---|', ...lines].join('\n');
}

function describeGroup(group: string, keepLast: number | undefined): string {
  return keepLast === undefined ? group : `${group}, keeps the last ${String(keepLast)}`;
}

function disksNamedFor({ attachedDiskMapping }: CloneFleetInput): string | undefined {
  if (attachedDiskMapping === undefined) return undefined;
  const names = Object.keys(attachedDiskMapping);
  return names.includes('*') ? 'each instance' : `${String(names.length)} instances`;
}

function describeWaitFor(waitFor: NonNullable<NonNullable<CloneFleetInput['fleet']>['waitFor']>): string {
  return typeof waitFor === 'string' ? waitFor : `port ${String(waitFor.port)} answers`;
}

/** Inline code that nothing in the text can end; Temporal's UI passes raw HTML through. */
function code(text: string): string {
  return `\`${text.replaceAll(/[`|\r\n]/g, ' ')}\``;
}
