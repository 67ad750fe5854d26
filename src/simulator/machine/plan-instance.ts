import type { Fates } from '../faults/choose-fates';
import { keyedRandom } from '../random';
import type { Random } from '../random';
import type { HiddenCreate, TransitionEvent } from '../state/due-event';
import type { Draft } from '../state/draft';
import type { AddOn, Disk, Instance, IpAddressType, Tag } from '../state/resources';
import type { RegionState, SimulatorState } from '../state/simulator-state';
import type { Bundle } from '../world/bundles';
import { allocateAddresses } from './allocate-addresses';
import { identify } from './identify';
import type { OperationCourse } from './operation-course';
import { drawMillis, plotOperation } from './operation-course';
import { startOperation } from './start-operation';

export interface NewInstance {
  name: string;
  availabilityZone: string;
  bundle: Bundle;
  blueprintId: string;
  sourceName: string;
  keyPairName?: string;
  ipAddressType: IpAddressType;
  tags: readonly Tag[];
  addOns: readonly AddOn[];
  disks: readonly { name: string; path: string; sizeInGb: number }[];
}

export interface PlanInstanceInput {
  state: SimulatorState;
  region: RegionState;
  draft: Draft;
  nowMillis: number;
  fates: Fates;
  wanted: NewInstance;
}

/** One instance of a create call with its disks, its operation, and all that will happen to them. */
export function planInstance(input: PlanInstanceInput): HiddenCreate {
  const { state, region, draft, nowMillis, fates, wanted } = input;
  const generation = region.generations.get(wanted.name) ?? 0;
  const key = `create|${region.description.name}|${wanted.name}|${generation}`;
  const random = keyedRandom({ seed: state.seed, key });
  const course = plotOperation({ range: state.settings.createSeconds, random, fates });
  const instance = newInstance({ ...input, stuck: course.end === undefined });
  const disks = wanted.disks.map((disk) => newDisk({ ...input, disk }));
  const operation = startOperation({
    draft,
    resource: instance,
    operationType: 'CreateInstancesFromSnapshot',
    operationDetails: wanted.sourceName,
    nowMillis,
  });
  const events = planEvents({ ...input, course, random, target: { instance, operationId: operation.id } });
  return { instance, disks, operation, events };
}

function newInstance(input: PlanInstanceInput & { stuck: boolean }): Instance {
  const { state, region, draft, nowMillis, wanted } = input;
  const { privateIpAddress } = allocateAddresses({ draft, settings: state.settings });
  const name = region.description.name;
  return {
    ...identify({ draft, resourceType: 'Instance', region: name, name: wanted.name, nowMillis }),
    resourceType: 'Instance',
    availabilityZone: wanted.availabilityZone,
    tags: wanted.tags,
    requested: { state: 'running', address: true },
    current: { state: 'pending' },
    condition: input.stuck ? 'stuck' : 'creating',
    blueprintId: wanted.blueprintId,
    bundleId: wanted.bundle.bundleId,
    cpuCount: wanted.bundle.cpuCount,
    privateIpAddress,
    ipAddressType: wanted.ipAddressType,
    ...(wanted.keyPairName === undefined ? {} : { keyPairName: wanted.keyPairName }),
    addOns: wanted.addOns,
    autoSnapshots: [],
    diskNames: wanted.disks.map((disk) => disk.name),
  };
}

function newDisk(input: PlanInstanceInput & { disk: NewInstance['disks'][number] }): Disk {
  const { state, region, draft, nowMillis, wanted, disk } = input;
  const name = region.description.name;
  return {
    ...identify({ draft, resourceType: 'Disk', region: name, name: disk.name, nowMillis }),
    resourceType: 'Disk',
    availabilityZone: wanted.availabilityZone,
    tags: state.settings.disksInheritTags ? wanted.tags : [],
    requested: { state: 'in-use', attachedTo: wanted.name },
    current: { state: 'pending', attachedTo: wanted.name },
    path: disk.path,
    sizeInGb: disk.sizeInGb,
  };
}

function planEvents(
  input: PlanInstanceInput & {
    course: OperationCourse;
    random: Random;
    target: { instance: Instance; operationId: string };
  },
): { dueMillis: number; event: TransitionEvent }[] {
  const { state, nowMillis, fates, course, random, target } = input;
  const { region, name, arn } = target.instance;
  // Drawn in any case, so that a fault changes nothing about the others.
  const runningDelay = drawMillis({ range: state.settings.runningDelaySeconds, random });
  const addressDelay = drawMillis({ range: state.settings.addressDelaySeconds, random });
  if (course.end === undefined) return [];
  const endMillis = nowMillis + course.durationMillis;
  const ends = {
    dueMillis: endMillis,
    event: { kind: 'operation-ends', region, operationId: target.operationId, arn, end: course.end } as const,
  };
  if (course.end.status === 'Failed') return [ends];
  const runningMillis = endMillis + runningDelay;
  const running = {
    dueMillis: runningMillis,
    event: { kind: 'instance-running', region, name, arn } as const,
  };
  const withheld = fates['no-address'];
  if (withheld !== undefined && withheld.seconds === undefined) return [running, ends];
  const delay = withheld?.seconds === undefined ? addressDelay : withheld.seconds * 1000;
  const addressed = { kind: 'address-assigned', region, name, arn } as const;
  return [running, ends, { dueMillis: runningMillis + delay, event: addressed }];
}
