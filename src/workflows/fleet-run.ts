import { log, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { Survivor } from '../contract/failures';
import type { FleetBatch, FleetPlan } from '../contract/fleet-plan';
import type { FleetProgress, InstanceProgress } from '../contract/fleet-progress';
import { INSTANCE_STATES, type FleetState } from '../contract/fleet-states';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes';
import type { Ownership } from '../contract/tags';
import { renderDetails } from './current-details';

/** A batch whose undo is registered: from here on undo looks for its names. */
export interface RegisteredBatch extends FleetBatch {
  /** The create was refused for good before it made anything: there is nothing to look for. */
  nothingMade: boolean;
}

/** What one run knows. Everything that a person sees of it is derived from here. */
export class FleetRun {
  plan: FleetPlan | undefined;
  cause: { type: string; message: string } | undefined;
  survivors: Survivor[] = [];
  readonly registered: RegisteredBatch[] = [];
  readonly instances = new Map<string, InstanceProgress>();
  /** Instances whose create operation has ended: their state `pending` will not change any more. */
  readonly operationEnded = new Set<string>();
  /** When the last create ended whose outcome nobody knows; it may still land for a while. */
  unknownSince: string | undefined;
  private state: FleetState = 'planning';

  constructor(readonly identity: Ownership & { startedAt: string }) {}

  get ownership(): Ownership {
    return { fleetId: this.identity.fleetId, ownerId: this.identity.ownerId };
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
    return registered;
  }

  update(names: readonly string[], change: Partial<InstanceProgress>): void {
    for (const name of names)
      this.instances.set(name, { ...(this.instances.get(name) ?? { name, state: 'planned' }), ...change });
    this.show();
  }

  enter(state: FleetState): void {
    const first = this.plan !== undefined && state === 'creating';
    this.state = state;
    log.info(`fleet ${state}`, { fleetId: this.identity.fleetId, instances: this.plan?.instanceCount });
    upsertSearchAttributes([
      { key: SEARCH_ATTRIBUTES.state, value: state },
      ...(first && this.plan !== undefined
        ? [
            { key: SEARCH_ATTRIBUTES.region, value: this.plan.region },
            { key: SEARCH_ATTRIBUTES.source, value: this.plan.source.name },
            { key: SEARCH_ATTRIBUTES.size, value: this.plan.instanceCount },
          ]
        : []),
    ]);
    this.show();
  }

  show(): void {
    setCurrentDetails(renderDetails(this.progress()));
  }

  progress(): FleetProgress {
    const { plan, cause, survivors, state } = this;
    const instances = [...this.instances.values()];
    const counts = Object.fromEntries(
      INSTANCE_STATES.map(
        (name) => [name, instances.filter((instance) => instance.state === name).length] as const,
      ).filter(([, count]) => count > 0),
    );
    return {
      ...this.identity,
      state,
      region: plan?.region,
      availabilityZone: plan?.availabilityZone,
      source: plan?.source.name,
      requested: plan?.instanceCount ?? 0,
      counts,
      instances,
      monthlyPriceUsd: plan?.monthlyPriceUsd,
      warnings: plan?.warnings ?? [],
      cause,
      survivors,
    };
  }
}

export function describeBatch({ id, instanceNames }: FleetBatch): string {
  return instanceNames.length === 1 ? id : `${String(instanceNames.length)} instances ${id}`;
}
