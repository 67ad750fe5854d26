import type { DeleteFleetResult, DeleteProgress, LeftAlone, OwnedResource } from '../../client';
import { formatCount } from './format-values';
import { printable } from './printable';
import { tableLines } from './table';

/** What is told line by line beside the table; the rest is counted. */
const MAX_LISTED = 30;

export function removalProgressLine({ state, found, removed, regions, survivors }: DeleteProgress): string {
  // Which Regions there are is the first thing to be asked.
  if (state === 'looking') return regions === 0 ? 'looking' : `looking in ${formatCount(regions, 'Region')}`;
  // Of a run that has just ended without standing: nothing is deleted, and yet it is not over.
  if (found === 0) return 'nothing is there yet: waiting for what a lost create may still make';
  const left = survivors.length === 0 ? '' : `, ${String(survivors.length)} cannot be`;
  return `${String(removed)} of ${formatCount(found, 'resource')} removed${left}`;
}

export interface ResourceLinesInput {
  resources: readonly OwnedResource[];
  width: number;
}

/** One a line, names first, so that `cut` and `awk` find them. */
export function resourceLines({ resources, width }: ResourceLinesInput): string[] {
  const rows = resources.map(({ name, resourceType, region, fleetId, ownerId, createdAt = '' }) => [
    name,
    resourceType.toLowerCase(),
    region,
    fleetId,
    ownerId,
    createdAt.slice(0, 19),
  ]);
  return tableLines({ head: ['NAME', 'TYPE', 'REGION', 'FLEET', 'OWNER', 'CREATED (UTC)'], rows, width });
}

export function leftAloneLines(leftAlone: readonly LeftAlone[]): string[] {
  return cut(leftAlone.map(({ name, region, cause }) => `  disk ${name} in ${region}: left alone, ${cause}`));
}

export function unreadLines(unread: DeleteFleetResult['unread']): string[] {
  return cut(
    unread.map(({ region, cause, notEnabled }) =>
      notEnabled === true
        ? `  ${region} is not enabled for the account`
        : `  ${region} could not be read, so something may be there: ${cause}`,
    ),
  );
}

function cut(lines: string[]): string[] {
  const rest =
    lines.length > MAX_LISTED ? [`  and ${String(lines.length - MAX_LISTED)} more (all with --json)`] : [];
  return [...lines.slice(0, MAX_LISTED).map(printable), ...rest];
}
