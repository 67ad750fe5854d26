import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { Survivor } from '../contract/failures';
import type { FleetRun } from './fleet-run';

/** What the steps of one removal share. */
export interface Undo {
  run: FleetRun;
  request: CloneFleetInput;
  minutes: number;
  deadline: string;
  /** The last of their creates whose outcome nobody knows ended then. */
  unknownSince: string | undefined;
  /** Calls that are refused for their credentials are repeated: these may come back while there is time. */
  outlastRefusals: boolean;
  /** Before the activity ids, so that removals beside each other differ; empty for the rollback of the whole. */
  label: string;
  /** What the last look found to be the run's and no longer provably so: it stays, and is said. */
  leftAlone: Survivor[];
}

/** Names one removing activity takes: its result and its heartbeats stay small. */
const NAMES_PER_REMOVAL = 100;

export function inChunks<Item>(items: Item[]): Item[][] {
  const count = Math.ceil(items.length / NAMES_PER_REMOVAL);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * NAMES_PER_REMOVAL, (index + 1) * NAMES_PER_REMOVAL),
  );
}

/** A step that comes late has at least this long: its calls need it, and one stuck instance uses up the whole time. */
const LEAST_MINUTES = 2;

export function atLeastMinutes({ deadline }: Pick<Undo, 'deadline'>, least = LEAST_MINUTES): string {
  return new Date(Math.max(Date.parse(deadline), Date.now() + least * 60_000)).toISOString();
}

/** Said of an instance that nobody could look at: what its disks are called is then not known, but they are billed. */
export function withDisks({ requirePlan: { source } }: FleetRun): string {
  return source.diskPaths.length === 0 ? '' : ', with its disks';
}
