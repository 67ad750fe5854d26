import type { FleetProgress } from '../contract/fleet-progress';
import { INSTANCE_STATES } from '../contract/fleet-states';
import type { FleetRun } from './fleet-run';

/** What the query `progress` answers. */
export function progressOf(run: FleetRun): FleetProgress {
  const { identity, plan, cause, survivors, state, rotation } = run;
  const instances = [...run.instances.values()];
  const counts = Object.fromEntries(
    INSTANCE_STATES.map(
      (name) => [name, instances.filter((instance) => instance.state === name).length] as const,
    ).filter(([, count]) => count > 0),
  );
  return {
    ...identity,
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
    ...(rotation === undefined ? {} : { rotation }),
  };
}
