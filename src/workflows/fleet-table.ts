import type { FleetProgress, InstanceProgress } from '../contract/fleet-progress';
import { byUrgency } from '../contract/fleet-states';
import { escape, type Page } from './markdown';

/** Of a problem: the failure's details have all of it. */
const MOST_OF_PROBLEM = 120;

interface Column {
  head: string;
  cell: (instance: InstanceProgress) => string;
}

const COLUMNS: readonly Column[] = [
  { head: 'Instance', cell: ({ name }) => escape(name) },
  { head: 'State', cell: ({ state }) => state },
  { head: 'Zone', cell: ({ availabilityZone = '' }) => escape(availabilityZone) },
  {
    head: 'Address',
    cell: ({ publicIpAddress, ipv6Address = '' }) => escape(publicIpAddress ?? ipv6Address),
  },
  { head: 'Time', cell: timeOf },
  { head: 'Problem', cell: ({ problem = '' }) => escape(problem, MOST_OF_PROBLEM) },
];

/** What is not ready comes first. A column in which nothing stands is left out. */
export function addFleetTable(page: Page, progress: FleetProgress): void {
  const instances = byUrgency(withZones(progress));
  const columns = COLUMNS.filter(({ cell }) => instances.some((one) => cell(one) !== ''));
  page.addTable({
    head: columns.map(({ head }) => head),
    rows: rowsOf(instances, columns),
    count: instances.length,
  });
}

/** Where some are made in another zone than was asked for, each says its own. */
function withZones({ instances, availabilityZone }: FleetProgress): readonly InstanceProgress[] {
  const areElsewhere = instances.some((one) => one.availabilityZone !== undefined);
  return areElsewhere ? instances.map((one) => ({ availabilityZone, ...one })) : instances;
}

function* rowsOf(instances: readonly InstanceProgress[], columns: readonly Column[]): Iterable<string[]> {
  for (const instance of instances) yield columns.map(({ cell }) => cell(instance));
}

/** The page does not tick: of what goes on it says since when, UTC, in one line of a narrow column. */
function timeOf({ state, secondsToReady, requestedAt }: InstanceProgress): string {
  if (state === 'ready') return secondsToReady === undefined ? '' : `${secondsToReady.toFixed(1)} s`;
  const goesOn = state === 'creating' || state === 'waiting' || state === 'starting';
  return goesOn && requestedAt !== undefined ? `since\u00a0${requestedAt.slice(11, 19)}` : '';
}
