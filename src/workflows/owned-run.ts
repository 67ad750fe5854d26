import { defineQuery, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import type { DeleteProgress, LeftAlone, OwnedResource, UnreadRegion } from '../contract/delete-fleet-result';
import type { Survivor } from '../contract/failures';
import type { SweptGroup } from '../contract/sweep-fleets-result';
import { PROGRESS_QUERY } from '../contract/names';
import type { FleetCause } from './fleet-failure';
import { renderOwned } from './owned-details';

const progressQuery = defineQuery<DeleteProgress>(PROGRESS_QUERY);

/** Rows of each list of a result: with 550 bytes at the most, three of them stay below the 2 MiB of a payload. */
const MAX_ROWS = 1_000;

/** Of a survivor's cause: IAM's refusals are long, and much alike. */
const MAX_CAUSE = 300;

/** What one run of `deleteFleet` or `sweepFleets` knows. Everything that a person sees of it is derived from here. */
export class OwnedRun {
  readonly startedAt = workflowInfo().startTime.toISOString();
  regions: string[] = [];
  readonly unread: UnreadRegion[] = [];
  /** Regions in which something may be that nobody could see. */
  readonly blind: string[] = [];
  survivors: Survivor[] = [];
  readonly removed: OwnedResource[] = [];
  removedCount = 0;
  /** What it is about, once the request is checked. */
  about = '';
  /** Of a sweep: what each owner has, what is to be deleted first. */
  groups: SweptGroup[] = [];
  /** Of a deletion that only looks. */
  seen: OwnedResource[] = [];
  cause: FleetCause | undefined;
  isCancelled = false;
  private readonly found = new Set<string>();
  private readonly alone = new Map<string, LeftAlone>();
  private state: DeleteProgress['state'] = 'looking';

  /** Answers the query `progress` from now on. */
  constructor() {
    setHandler(progressQuery, () => this.progress(), {
      description: 'How many resources were found, removed and left.',
    });
  }

  get leftAlone(): LeftAlone[] {
    return [...this.alone.values()].slice(0, MAX_ROWS);
  }

  enter(state: DeleteProgress['state']): void {
    this.state = state;
    this.show();
  }

  /** A Region could not be read, though something may be there. */
  noteBlind(unread: UnreadRegion): void {
    if (this.blind.includes(unread.region)) return;
    this.unread.push(unread);
    this.blind.push(unread.region);
    this.show();
  }

  noteFound(resources: readonly OwnedResource[]): void {
    for (const { resourceType, region, name } of resources)
      this.found.add(`${resourceType} ${region} ${name}`);
    this.show();
  }

  noteRemoved(resources: readonly OwnedResource[]): void {
    this.removedCount += resources.length;
    this.removed.push(...resources.slice(0, Math.max(0, MAX_ROWS - this.removed.length)));
    this.show();
  }

  leaveAlone(disk: LeftAlone): void {
    this.alone.set(`${disk.region} ${disk.name}`, disk);
  }

  noteSurvivors(survivors: readonly Survivor[]): void {
    const room = Math.max(0, MAX_ROWS - this.survivors.length);
    for (const one of survivors.slice(0, room)) {
      const cause = one.cause.length > MAX_CAUSE ? `${one.cause.slice(0, MAX_CAUSE)}…` : one.cause;
      this.survivors.push({ ...one, cause });
    }
    this.show();
  }

  progress(): DeleteProgress {
    const { state, regions, found, removedCount, survivors } = this;
    return { state, regions: regions.length, found: found.size, removed: removedCount, survivors };
  }

  /** What the results of both workflows have in common. */
  result() {
    const { regions, unread, removed, removedCount, leftAlone, survivors, startedAt } = this;
    const endedAt = new Date().toISOString();
    return { regions, unread, removed, removedCount, leftAlone, survivors, startedAt, endedAt };
  }

  fail(cause: FleetCause): void {
    this.cause = cause;
    this.show();
  }

  /** It ends as it stands. */
  cancel(): void {
    this.isCancelled = true;
    this.show();
  }

  show(): void {
    setCurrentDetails(renderOwned({ run: this, at: new Date().toISOString(), pages: workflowInfo() }));
  }
}
