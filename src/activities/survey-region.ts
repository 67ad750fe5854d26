import { Context } from '@temporalio/activity';
import type { SurveyRegionInput, SurveyRegionResult } from '../contract/owned-activities';
import { groupStateOf } from '../contract/run-state';
import type { FleetGroup } from '../contract/sweep-fleets-result';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';
import { DISK_USD_PER_GB_MONTH } from './plan/price-fleet';
import { readOwned, type Owned } from './read-owned';

/** About 350 bytes each, and a sweep of all Regions is one payload: 2 MiB in all. What needs somebody comes first. */
const MAX_GROUPS = 250;

/** Names of a group that are told. */
const NAMED = 5;

/** What needs somebody, first. */
const URGENCY: readonly FleetGroup['state'][] = ['terminated', 'survivor', 'expired', 'running', 'standing'];

/**
 * All that carries owner tags in one Region, by owner, with what became of its run. Resources of one owner with
 * different fleet ids are different groups: who changed that tag has taken them over. Reads only.
 */
export async function surveyRegion(
  dependencies: ActivityDependencies,
  { region, workflowId }: SurveyRegionInput,
): Promise<SurveyRegionResult> {
  return inFleetTerms(workflowId, () =>
    heartbeating(async () => {
      const { lightsail, runStates } = dependencies;
      const signal = Context.current().cancellationSignal;
      const api = lightsail(region);
      const owned = byOwner(await readOwned({ api, signal }));
      if (owned.length === 0) return { groups: [], more: false };
      const prices = await readPrices({ dependencies, region, signal });
      const groups: FleetGroup[] = [];
      for (const one of owned) {
        const { state } = await runStates.ofOwner(one);
        groups.push(toGroup({ one, region, prices, state: groupStateOf(state) }));
      }
      groups.sort((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state));
      return { groups: groups.slice(0, MAX_GROUPS), more: groups.length > MAX_GROUPS };
    }),
  );
}

interface OwnedByOne extends Owned {
  fleetId: string;
  ownerId: string;
}

function byOwner({ instances, disks }: Owned): OwnedByOne[] {
  const groups = new Map<string, OwnedByOne>();
  const groupOf = ({ fleetId, ownerId }: { fleetId: string; ownerId: string }) => {
    const key = JSON.stringify([ownerId, fleetId]);
    const group = groups.get(key) ?? { fleetId, ownerId, instances: [], disks: [] };
    groups.set(key, group);
    return group;
  };
  for (const instance of instances) groupOf(instance.owned).instances.push(instance);
  for (const disk of disks) groupOf(disk.owned).disks.push(disk);
  return [...groups.values()];
}

/** By bundle id. A sweep is right without them, so what keeps them from being read is no failure. */
async function readPrices({
  dependencies: { catalogue, lightsail },
  region,
  signal,
}: {
  dependencies: ActivityDependencies;
  region: string;
  signal: AbortSignal;
}): Promise<ReadonlyMap<string | undefined, number | undefined>> {
  const bundles = await catalogue.bundles({ api: lightsail(region), signal }).catch(() => []);
  return new Map(bundles.map(({ bundleId, price }) => [bundleId, price]));
}

interface ToGroupInput {
  one: OwnedByOne;
  region: string;
  prices: ReadonlyMap<string | undefined, number | undefined>;
  state: FleetGroup['state'];
}

function toGroup({ one, region, prices, state }: ToGroupInput): FleetGroup {
  const { fleetId, ownerId, instances, disks } = one;
  const sizes = new Map(disks.map(({ owned, seen }) => [owned.name, seen.sizeInGb ?? 0]));
  for (const { owned, seen } of instances) {
    const ours = new Set(owned.disks.filter((disk) => disk.ours).map(({ name }) => name));
    for (const { name = '', sizeInGb = 0 } of seen.hardware?.disks ?? [])
      if (ours.has(name)) sizes.set(name, sizeInGb);
  }
  const names = [...instances.map(({ owned }) => owned.name), ...disks.map(({ owned }) => owned.name)];
  const times = [...instances, ...disks].flatMap(({ owned }) => owned.createdAt ?? []).sort();
  const price = instances.reduce((sum, { seen }) => sum + (prices.get(seen.bundleId) ?? 0), 0);
  const gigabytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return {
    ...{ fleetId, ownerId, region, state },
    instances: instances.length,
    disks: sizes.size,
    names: names.slice(0, NAMED),
    oldestAt: times[0],
    newestAt: times.at(-1),
    monthlyPriceUsd: Number((price + gigabytes * DISK_USD_PER_GB_MONTH).toFixed(2)),
  };
}
