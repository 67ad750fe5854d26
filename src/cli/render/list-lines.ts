import type { ListedFleet } from '../../client';
import { deletedText } from './deleted-text';
import { formatDuration, formatTime } from './format-values';
import { tableLines } from './table';

const HEAD = ['FLEET', 'STATE', 'SIZE', 'SOURCE', 'GROUP', 'REGION', 'STARTED', 'TOOK'];

export interface ListLinesInput {
  fleets: readonly ListedFleet[];
  width: number;
  now: Date;
}

/** A line for each fleet. The column of groups only where there is one. */
export function listLines({ fleets, width, now }: ListLinesInput): string[] {
  const hasGroups = fleets.some(({ group }) => group !== undefined);
  const kept = (cells: string[]) =>
    hasGroups ? cells : cells.filter((_, column) => HEAD[column] !== 'GROUP');
  return tableLines({ head: kept(HEAD), rows: fleets.map((fleet) => kept(toRow(fleet, now))), width });
}

function toRow(fleet: ListedFleet, now: Date): string[] {
  const { fleetId, size, source, group, region, startedAt, closedAt } = fleet;
  const until = closedAt === undefined ? now.getTime() : Date.parse(closedAt);
  const took = formatDuration((until - Date.parse(startedAt)) / 1000);
  return [
    fleetId,
    stateOf(fleet),
    size === undefined ? '' : String(size),
    source ?? '',
    group ?? '',
    region ?? '',
    formatTime(startedAt),
    took,
  ];
}

/** What was deleted stands no more; a run that was ended from outside keeps its last state, and its status says more. */
function stateOf({ status, state, deleted }: ListedFleet): string {
  if (deleted !== undefined) return deletedText(deleted);
  if (status === 'terminated' || status === 'timed-out') return status;
  return state ?? status;
}
