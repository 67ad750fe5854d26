import { log, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { FoundDisk } from '../contract/found-instance';
import type { Survivor } from '../contract/failures';
import type { FleetOwnership } from '../contract/fleet-account';
import type { FleetBatch, FleetPlan } from '../contract/fleet-plan';
import type { FleetProgress, InstanceProgress } from '../contract/fleet-progress';
import type { Rotation } from '../contract/rotation-result';
import type { FleetState } from '../contract/fleet-states';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes';
import type { Ownership } from '../contract/tags';
import { inAccountOfPlan } from './account-of-plan';
import { renderDetails } from './current-details';
import type { FleetPages } from './details-links';
import type { FailedInstance } from './failed-instance';
import { attributesOfPlan } from './attributes-of-plan';
import { progressOf } from './progress-of';
import { noteTimes } from './instance-times';

/** A batch whose undo is registered: from here on undo looks for its names. */
export interface RegisteredBatch extends FleetBatch {
  /** The create was refused for good before it made anything: there is nothing to look for. */
  nothingMade: boolean;
  /** When its create ended, if nobody knows the outcome: it may still land for a while. */
  unknownSince?: string | undefined;
  /** When its create was answered: what the answer names may still be late to appear. */
  answeredAt?: string | undefined;
}

export type RecordedDisk = FoundDisk & { instanceName: string };

/** What one run knows. Everything that a person sees of it is derived from here. */
export class FleetRun {
  plan: FleetPlan | undefined;
  cause: { type: string; message: string } | undefined;
  survivors: Survivor[] = [];
  /** What removes them. */
  commands: string[] = [];
  rotation: Rotation | undefined;
  readonly registered: RegisteredBatch[] = [];
  readonly instances = new Map<string, InstanceProgress>();
  /** Instances whose create operation has ended: their state `pending` will not change any more. */
  readonly operationEnded = new Set<string>();
  /** Instances that a look at the account has found since they were made. */
  readonly seen = new Set<string>();
  /** Instances for which nothing more is tried. */
  readonly failed: FailedInstance[] = [];
  /** How many failed instances were made again. */
  replaced = 0;
  /** By name. Recorded in history by `findInstances` before the instance is deleted: the only proof for a disk. */
  readonly disks = new Map<string, RecordedDisk>();
  private readonly batchIds = new Set<string>();
  /** The details are about to be drawn. */
  private isDue = false;
  state: FleetState = 'planning';

  constructor(
    readonly identity: Ownership & { startedAt: string },
    private readonly pages?: FleetPages,
  ) {}

  get ownership(): FleetOwnership {
    return inAccountOfPlan({ owner: this.identity, plan: this.plan });
  }

  get requirePlan(): FleetPlan {
    if (this.plan === undefined) throw new TypeError('the plan is needed before it is made');
    return this.plan;
  }

  accept(plan: FleetPlan): void {
    this.plan = plan;
    for (const name of plan.batches.flatMap((batch) => batch.instanceNames))
      this.instances.set(name, { name, state: 'planned' });
  }

  /** Before the create is sent, so that undo covers a create whose answer never comes. */
  register(batch: FleetBatch): RegisteredBatch {
    const registered = { ...batch, nothingMade: false };
    this.registered.push(registered);
    for (const name of batch.instanceNames)
      for (const known of [this.operationEnded, this.seen]) known.delete(name);
    return registered;
  }

  /** Ids of batches become activity ids, which must differ. */
  claimId(id: string): string {
    const unique = this.batchIds.has(id) ? `${id}#${String(this.batchIds.size + 1)}` : id;
    this.batchIds.add(unique);
    return unique;
  }

  /** Names that may have been made, newest first, and until when a create of one of them may still land. */
  mayBeMade(among?: readonly string[]): { names: string[]; unknownSince: string | undefined } {
    const wanted = among === undefined ? undefined : new Set(among);
    const batches = this.registered.filter(({ nothingMade }) => !nothingMade);
    const isWanted = (name: string) => wanted?.has(name) ?? true;
    const touched = batches.filter(({ instanceNames }) => instanceNames.some(isWanted));
    const names = touched.flatMap(({ instanceNames }) => instanceNames.filter(isWanted));
    const unknown = touched.flatMap(({ unknownSince }) => unknownSince ?? []);
    return { names: [...new Set(names.reverse())], unknownSince: unknown.sort().at(-1) };
  }

  /** Names whose create has an unknown outcome. */
  unknownNames(): string[] {
    const unknown = this.registered.filter(({ unknownSince }) => unknownSince !== undefined);
    return [...new Set(unknown.flatMap(({ instanceNames }) => instanceNames))];
  }

  update(names: readonly string[], change: Partial<InstanceProgress>): void {
    const at = new Date().toISOString();
    for (const name of names)
      this.instances.set(name, noteTimes({ name, before: this.instances.get(name), change, at }));
    this.show();
  }

  enter(state: FleetState): void {
    this.state = state;
    log.info(`fleet ${state}`, { fleetId: this.identity.fleetId, instances: this.plan?.instanceCount });
    const planned = state === 'creating' ? this.plan : undefined;
    upsertSearchAttributes([
      { key: SEARCH_ATTRIBUTES.state, value: state },
      ...(planned === undefined ? [] : attributesOfPlan(planned)),
    ]);
    this.show();
  }

  /** Draws the details once, when all that this moment brings is taken in: with 1,000 instances it takes 1 ms. */
  show(): void {
    if (this.isDue) return;
    this.isDue = true;
    void Promise.resolve().then(() => {
      this.isDue = false;
      const { plan, commands, pages } = this;
      const at = new Date().toISOString();
      setCurrentDetails(renderDetails({ progress: this.progress(), at, plan, commands, pages }));
    });
  }

  progress(): FleetProgress {
    return progressOf(this);
  }
}

export function describeBatch({ id, instanceNames }: FleetBatch): string {
  return instanceNames.length === 1 ? id : `${String(instanceNames.length)} instances ${id}`;
}
