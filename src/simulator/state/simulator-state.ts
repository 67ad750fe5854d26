import type { InstanceText } from '../answers/instance-text';
import type { FaultState } from '../faults/fault-plan';
import type { Settings } from '../settings';
import { defaultSettings } from '../settings';
import type { Bundle } from '../world/bundles';
import type { RegionDescription } from '../world/regions';
import type { World } from '../world/world-schema';
import type { ClockAnchor } from '../clock';
import type { HiddenCreate } from './due-event';
import { DueQueue } from './due-queue';
import { ResourceTable } from './resource-table';
import type { Instance, Operation, Resource, ResourceOf, ResourceType } from './resources';

export type ResourceTables = { [T in ResourceType]: ResourceTable<ResourceOf<T>> };

export interface RegionState {
  description: RegionDescription;
  bundles: ReadonlyMap<string, Bundle>;
  /** One space of names for all types. */
  resources: Map<string, Resource>;
  tables: ResourceTables;
  hidden: Map<string, HiddenCreate>;
  /** The names that hidden creates have taken: their instances' and their disks'. */
  hiddenNames: Set<string>;
  /** Append-only, in the order in which they appeared; an update replaces its element. */
  operations: Operation[];
  operationIndexes: Map<string, number>;
  operationIndexesByResource: Map<string, number[]>;
  /** How often each instance name has been made: part of the key of what is drawn for it. */
  generations: Map<string, number>;
  vcpuCount: number;
  /** Derived from the records, and no part of what is kept: see answers/instance-text.ts. */
  instanceTexts: WeakMap<Instance, InstanceText>;
}

export interface Counters {
  serial: number;
  dueId: number;
  address: number;
}

/** AWS's documented example account, unless the world says otherwise. */
const EXAMPLE_ACCOUNT_ID = '123456789012';

export function accountIdOf({ world }: Pick<SimulatorState, 'world'>): string {
  return world.accountId ?? EXAMPLE_ACCOUNT_ID;
}

/** All that there is. Only `applyChange` writes to it. */
export interface SimulatorState {
  seed: number;
  world: World;
  settings: Settings;
  clock: ClockAnchor;
  faults: FaultState;
  counters: Counters;
  regions: Map<string, RegionState>;
  due: DueQueue;
}

export function emptyState(): SimulatorState {
  return {
    seed: 0,
    world: {
      regions: [],
      snapshots: [],
      keyPairs: [],
      instances: [],
      staticIps: [],
      loadBalancers: [],
      quotas: { instances: 0, vcpus: 0 },
    },
    settings: defaultSettings(),
    clock: { virtualMillis: 0, realMillis: 0, speed: 1 },
    faults: { seed: 0, rules: [] },
    counters: { serial: 0, dueId: 0, address: 0 },
    regions: new Map(),
    due: new DueQueue(),
  };
}

export function emptyRegion(input: {
  description: RegionDescription;
  bundles: ReadonlyMap<string, Bundle>;
}): RegionState {
  return {
    ...input,
    resources: new Map(),
    tables: {
      Instance: new ResourceTable(),
      Disk: new ResourceTable(),
      InstanceSnapshot: new ResourceTable(),
      KeyPair: new ResourceTable(),
      StaticIp: new ResourceTable(),
      LoadBalancer: new ResourceTable(),
    },
    hidden: new Map(),
    hiddenNames: new Set(),
    operations: [],
    operationIndexes: new Map(),
    operationIndexesByResource: new Map(),
    generations: new Map(),
    vcpuCount: 0,
    instanceTexts: new WeakMap(),
  };
}
