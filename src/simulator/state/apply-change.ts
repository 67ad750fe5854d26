import { bundlesOf } from '../world/bundles';
import { describeRegion } from '../world/regions';
import type { Change } from './change';
import { DueQueue } from './due-queue';
import type { HiddenCreate } from './due-event';
import type { ResourceTable } from './resource-table';
import type { Operation, Resource, ResourceType } from './resources';
import type { RegionState, SimulatorState } from './simulator-state';
import { emptyRegion } from './simulator-state';

/** Carries out one change. Deterministic: the journal, applied again, gives the same state. */
export function applyChange(state: SimulatorState, change: Change): void {
  switch (change.kind) {
    case 'start-world':
      startWorld(state, change);
      return;
    case 'set-settings':
      state.settings = change.settings;
      return;
    case 'set-clock':
      state.clock = change.clock;
      return;
    case 'set-faults':
      state.faults = change.faults;
      return;
    case 'count-rule':
      countRule(state, change);
      return;
    case 'put':
      putResource(regionOf(state, change.resource.region), change.resource);
      return;
    case 'remove':
      removeResource(regionOf(state, change.region), change.name);
      return;
    case 'put-operation':
      putOperation(regionOf(state, change.operation.region), change.operation);
      return;
    case 'hide':
      hide(regionOf(state, change.hidden.instance.region), change.hidden);
      return;
    case 'reveal':
      reveal(regionOf(state, change.region), change.name);
      return;
    case 'schedule':
      state.due.push(change.due);
      return;
    case 'fired':
      if (state.due.pop()?.id !== change.id)
        throw new Error(`journal: event ${change.id} was not the next to fall due`);
      return;
    case 'count':
      state.counters = change.counters;
      return;
    case 'set-generation':
      regionOf(state, change.region).generations.set(change.name, change.generation);
  }
}

function startWorld(state: SimulatorState, change: Extract<Change, { kind: 'start-world' }>): void {
  state.seed = change.seed;
  // State files of version 0.1.0 have none.
  state.world = { ...change.world, loadBalancers: change.world.loadBalancers ?? [] };
  state.clock = change.clock;
  state.faults = { seed: change.seed, rules: [] };
  state.counters = { serial: 0, dueId: 0, address: 0 };
  state.due = new DueQueue();
  state.regions = new Map(
    change.world.regions.map((region) => [
      region.name,
      emptyRegion({ description: describeRegion(region), bundles: bundlesOf(region.name) }),
    ]),
  );
}

function countRule(state: SimulatorState, change: Extract<Change, { kind: 'count-rule' }>): void {
  const rule = state.faults.rules[change.index];
  if (rule === undefined) return;
  rule.matched = change.matched;
  rule.fired = change.fired;
}

function regionOf(state: SimulatorState, name: string): RegionState {
  const region = state.regions.get(name);
  if (region === undefined) throw new Error(`journal: no Region ${name} in this world`);
  return region;
}

function tableOf(region: RegionState, type: ResourceType): ResourceTable<Resource> {
  return region.tables[type];
}

function putResource(region: RegionState, resource: Resource): void {
  const before = region.resources.get(resource.name);
  if (before === undefined && resource.resourceType === 'Instance') {
    region.vcpuCount += resource.cpuCount;
    region.generations.set(resource.name, (region.generations.get(resource.name) ?? 0) + 1);
  }
  region.resources.set(resource.name, resource);
  tableOf(region, resource.resourceType).put(resource);
}

function removeResource(region: RegionState, name: string): void {
  const before = region.resources.get(name);
  if (before === undefined) return;
  region.resources.delete(name);
  tableOf(region, before.resourceType).remove(before.serial);
  if (before.resourceType === 'Instance') region.vcpuCount -= before.cpuCount;
}

function hide(region: RegionState, hidden: HiddenCreate): void {
  region.hidden.set(hidden.instance.name, hidden);
  for (const { name } of [hidden.instance, ...hidden.disks]) region.hiddenNames.add(name);
  region.vcpuCount += hidden.instance.cpuCount;
}

function reveal(region: RegionState, name: string): void {
  const hidden = region.hidden.get(name);
  if (hidden === undefined) return;
  region.vcpuCount -= hidden.instance.cpuCount;
  for (const taken of [hidden.instance, ...hidden.disks]) region.hiddenNames.delete(taken.name);
  region.hidden.delete(name);
}

function putOperation(region: RegionState, operation: Operation): void {
  const index = region.operationIndexes.get(operation.id);
  if (index !== undefined) {
    region.operations[index] = operation;
    return;
  }
  const added = region.operations.push(operation) - 1;
  region.operationIndexes.set(operation.id, added);
  const ofResource = region.operationIndexesByResource.get(operation.resourceName);
  if (ofResource === undefined) region.operationIndexesByResource.set(operation.resourceName, [added]);
  else ofResource.push(added);
}
