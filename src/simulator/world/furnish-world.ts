import { identify } from '../machine/identify';
import { allocateAddresses } from '../machine/allocate-addresses';
import type { Draft } from '../state/draft';
import type { Instance } from '../state/resources';
import type { RegionState, SimulatorState } from '../state/simulator-state';
import type { WorldInstance } from './world-schema';

const DAY_MILLIS = 86_400_000;

/** Fills the draft with the resources that a world starts with. `start-world` has been applied before. */
export function furnishWorld(input: { state: SimulatorState; draft: Draft; nowMillis: number }): void {
  const { state, draft, nowMillis } = input;
  for (const { region, name, ageDays, state: snapshotState, ...snapshot } of state.world.snapshots) {
    draft.put({
      ...identify({
        draft,
        resourceType: 'InstanceSnapshot',
        region,
        name,
        nowMillis: nowMillis - ageDays * DAY_MILLIS,
      }),
      ...snapshot,
      tags: readTags(snapshot.tags),
      resourceType: 'InstanceSnapshot',
      availabilityZone: 'all',
      requested: { state: 'available' },
      current: { state: snapshotState },
      fromInstanceArn: `arn:aws:lightsail:${region}:${draft.accountId}:Instance/${draft.uuid('source')}`,
    });
  }
  for (const { region, name } of state.world.keyPairs) {
    draft.put({
      ...identify({ draft, resourceType: 'KeyPair', region, name, nowMillis }),
      resourceType: 'KeyPair',
      availabilityZone: 'all',
      tags: [],
      requested: { state: 'available' },
      current: { state: 'available' },
      fingerprint: draft.uuid('fingerprint').replaceAll('-', '').match(/../g)?.join(':') ?? '',
    });
  }
  for (const { region, name } of state.world.staticIps) {
    draft.put({
      ...identify({ draft, resourceType: 'StaticIp', region, name, nowMillis }),
      resourceType: 'StaticIp',
      availabilityZone: 'all',
      tags: [],
      requested: { state: 'available' },
      current: { state: 'available' },
      ipAddress: allocateAddresses({ draft, settings: state.settings }).publicIpAddress,
    });
  }
  for (const { region, name } of state.world.loadBalancers) {
    draft.put({
      ...identify({ draft, resourceType: 'LoadBalancer', region, name, nowMillis }),
      resourceType: 'LoadBalancer',
      availabilityZone: 'all',
      tags: [],
      requested: { state: 'active' },
      current: { state: 'active' },
    });
  }
  for (const instance of state.world.instances) putInstance({ ...input, instance });
}

function putInstance(input: {
  state: SimulatorState;
  draft: Draft;
  nowMillis: number;
  instance: WorldInstance;
}): void {
  const { state, draft, nowMillis, instance } = input;
  const region = state.regions.get(instance.region) as RegionState;
  const { publicIpAddress, privateIpAddress, ipv6Address } = allocateAddresses({
    draft,
    settings: state.settings,
  });
  const availabilityZone =
    instance.availabilityZone ?? region.description.zones[0]?.name ?? `${instance.region}a`;
  const madeAtMillis = nowMillis - instance.ageDays * DAY_MILLIS;
  const placed = { draft, region: instance.region, nowMillis: madeAtMillis };
  const made: Instance = {
    ...identify({ ...placed, resourceType: 'Instance', name: instance.name }),
    resourceType: 'Instance',
    availabilityZone,
    tags: readTags(instance.tags),
    requested: { state: instance.state, address: true },
    current: { state: instance.state, publicIpAddress, ipv6Addresses: [ipv6Address] },
    condition: 'ready',
    blueprintId: instance.blueprintId,
    bundleId: instance.bundleId,
    cpuCount: region.bundles.get(instance.bundleId)?.cpuCount ?? 2,
    privateIpAddress,
    ipAddressType: 'dualstack',
    addOns: instance.addOns.map((name) => ({ name })),
    autoSnapshots: instance.autoSnapshots.map(({ date, status, disks }) => ({
      date,
      status,
      disks,
      createdAtMillis: Date.parse(`${date}T06:00:00Z`),
    })),
    diskNames: instance.disks.map((disk) => disk.name),
  };
  draft.put(made);
  for (const disk of instance.disks) {
    draft.put({
      ...identify({ ...placed, resourceType: 'Disk', name: disk.name }),
      resourceType: 'Disk',
      availabilityZone,
      tags: [],
      requested: { state: 'in-use', attachedTo: instance.name },
      current: { state: 'in-use', attachedTo: instance.name },
      path: disk.path,
      sizeInGb: disk.sizeInGb,
    });
  }
}

function readTags(tags: WorldInstance['tags']): { key: string; value?: string }[] {
  return tags.map(({ key, value }) => (value === undefined ? { key } : { key, value }));
}
