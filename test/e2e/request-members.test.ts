import type { Instance } from '@aws-sdk/client-lightsail';
import type { CloneFleetInput } from '../../src/contract/clone-fleet-input';
import type { CloneFleetResult } from '../../src/contract/clone-fleet-result';
import { TAG_KEYS } from '../../src/contract/tags';
import { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { pathsOf } from '../support/paths-of';
import { startFleet } from '../support/run-fleet';
import { readShapes } from '../support/sdk-model';
import { Stack } from '../support/start-stack';

/** The default snapshots, one with three disks, and an instance with two automatic ones, the newer with a disk. */
const WORLD = {
  snapshots: [
    { region: 'us-east-1', name: 'golden' },
    { region: 'us-east-1', name: 'golden-with-disk', disks: [{ path: '/dev/xvdf', sizeInGb: 32 }] },
    {
      region: 'us-east-1',
      name: 'golden-with-disks',
      disks: ['f', 'g', 'h'].map((letter) => ({ path: `/dev/xvd${letter}`, sizeInGb: 8 })),
    },
  ],
  instances: [
    { region: 'us-east-1', name: 'somebody-elses' },
    {
      region: 'us-east-1',
      name: 'origin',
      bundleId: 'micro_3_0',
      autoSnapshots: [
        { date: '2026-11-01' },
        { date: '2026-11-20', disks: [{ path: '/dev/xvdf', sizeInGb: 8 }] },
      ],
    },
  ],
};

let stack: Stack;
let account: Account;
/** Every path that a create of this file has carried to Lightsail. */
const carried = new Set<string>();

beforeAll(async () => {
  stack = await Stack.start();
  await stack.control.putWorld(WORLD);
  account = new Account(stack);
  await stack.startWorker();
});

afterAll(async () => {
  account.close();
  await stack.stop();
});

interface Made {
  result: CloneFleetResult;
  /** As Lightsail received it, without our tags. */
  creates: Record<string, unknown>[];
  /** As another client sees them, in the order of the result. */
  instances: Instance[];
}

/** Runs the fleet to its end; the request may lack what `fleetRequest` has. */
async function make(request: Partial<CloneFleetInput>): Promise<Made> {
  const after = await stack.control.lastSeq();
  const outcome = await (await startFleet(stack, request)).outcome();
  if (outcome.status !== 'ready') throw new Error(JSON.stringify(outcome));
  const names = outcome.result.instances.map(({ name }) => name);
  const rows = (await stack.control.ledger(after)).filter((row) => {
    const asked = row.request?.['instanceNames'] as string[] | undefined;
    return row.action === 'CreateInstancesFromSnapshot' && asked?.some((name) => names.includes(name));
  });
  const all = await account.instances();
  const instances = names.flatMap((name) => all.find((instance) => instance.name === name) ?? []);
  const creates = rows.map(({ request: sent = {} }) => ({ ...sent, tags: theirs(sent['tags']) }));
  for (const sent of creates) for (const path of pathsOf(sent)) carried.add(path);
  return { result: outcome.result, creates, instances };
}

function theirs(tags: unknown): { key: string; value?: string }[] {
  const ours: readonly string[] = Object.values(TAG_KEYS);
  return (tags as { key: string; value?: string }[]).filter(({ key }) => !ours.includes(key));
}

/** `fleetRequest` from an instance with automatic snapshots, instead of a snapshot. */
function fromOrigin(change: Parameters<typeof fleetRequest>[0]): Partial<CloneFleetInput> {
  const { instanceSnapshotName: _, ...request } = fleetRequest({ bundleId: 'micro_3_0', ...change });
  return request;
}

describe('a member of the request reaches Lightsail as it was given, and the instances have it:', () => {
  // @covers request.instanceNames request.instanceSnapshotName request.availabilityZone request.bundleId
  it('names, snapshot, zone and bundle', async () => {
    const { creates, instances } = await make(
      fleetRequest({ names: ['a-01', 'a-02'], availabilityZone: 'us-east-1c', bundleId: 'small_3_0' }),
    );
    expect(creates).toEqual([
      {
        instanceNames: ['a-01', 'a-02'],
        instanceSnapshotName: 'golden',
        availabilityZone: 'us-east-1c',
        bundleId: 'small_3_0',
        tags: [],
      },
    ]);
    expect(instances).toHaveLength(2);
    for (const instance of instances) {
      expect(instance).toMatchObject({
        bundleId: 'small_3_0',
        location: { availabilityZone: 'us-east-1c', regionName: 'us-east-1' },
      });
    }
  });

  // @covers request.fleet.nameTemplate request.fleet.count
  it('names by template and count', async () => {
    const { instanceNames: _, ...request } = fleetRequest();
    const { creates, result } = await make({ ...request, fleet: { nameTemplate: 'b-{index:02}', count: 3 } });
    expect(creates.map(({ instanceNames }) => instanceNames)).toEqual([['b-01', 'b-02', 'b-03']]);
    expect(result.instances.map(({ name }) => name)).toEqual(['b-01', 'b-02', 'b-03']);
  });

  // @covers request.keyPairName request.userData
  it('key pair and user data, to the byte', async () => {
    const userData = '#!/bin/sh\necho "naïve – ✓ $HOME" \\\n\t> /tmp/x\n';
    const { creates, instances } = await make(
      fleetRequest({ names: ['c-01'], keyPairName: 'ops', userData }),
    );
    expect(creates).toMatchObject([{ keyPairName: 'ops', userData }]);
    expect(instances[0]).toMatchObject({ sshKeyName: 'ops' });
  });

  // @covers request.tags request.tags.key request.tags.value
  it('47 tags, with and without a value, beside ours', async () => {
    const tags = Array.from({ length: 47 }, (_, index) => ({
      key: `key ${String(index)}`,
      ...(index % 2 === 0 ? { value: `värde ${String(index)}` } : {}),
    }));
    const { creates, instances } = await make(fleetRequest({ names: ['d-01'], tags }));
    expect(creates).toMatchObject([{ tags }]);
    const has = instances[0]?.tags ?? [];
    expect(theirs(has)).toHaveLength(47);
    expect(has.map(({ key }) => key)).toEqual(expect.arrayContaining([TAG_KEYS.ownerId, TAG_KEYS.fleetId]));
  });

  // @covers request.attachedDiskMapping request.attachedDiskMapping.originalDiskPath
  // @covers request.attachedDiskMapping.newDiskName
  it('disks by name, and by `*` with {name} for all others', async () => {
    const { creates, instances, result } = await make(
      fleetRequest({
        names: ['e-01', 'e-02'],
        instanceSnapshotName: 'golden-with-disk',
        attachedDiskMapping: {
          'e-02': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'own-disk' }],
          '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }],
        },
      }),
    );
    expect(creates.map(({ attachedDiskMapping }) => attachedDiskMapping)).toEqual([
      {
        'e-01': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'e-01-data' }],
        'e-02': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'own-disk' }],
      },
    ]);
    expect(result.instances.map(({ disks }) => disks.map(({ name }) => name))).toEqual([
      ['e-01-data'],
      ['own-disk'],
    ]);
    const attached = instances.map(({ hardware }) => hardware?.disks?.map(({ name }) => name));
    expect(attached[1]).toContain('own-disk');
  });

  // @covers request.attachedDiskMapping
  it('several disks an instance, one of them not mapped', async () => {
    const mapped = [
      { originalDiskPath: '/dev/xvdh', newDiskName: '{name}-logs' },
      { originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' },
    ];
    const { result, instances } = await make(
      fleetRequest({
        names: ['j-01', 'j-02'],
        instanceSnapshotName: 'golden-with-disks',
        attachedDiskMapping: { '*': mapped },
      }),
    );
    for (const [index, name] of ['j-01', 'j-02'].entries()) {
      const disks = instances[index]?.hardware?.disks?.filter(({ isSystemDisk }) => isSystemDisk !== true);
      const byPath = new Map(disks?.map((disk) => [disk.path, disk.name]));
      expect(byPath.size).toBe(3);
      expect(byPath.get('/dev/xvdh')).toBe(`${name}-logs`);
      expect(byPath.get('/dev/xvdf')).toBe(`${name}-data`);
      const told = result.instances[index]?.disks.map((disk) => disk.name).sort();
      expect(told).toEqual([...byPath.values()].sort());
    }
  });

  // @covers request.addOns request.addOns.addOnType request.addOns.addOnType=AutoSnapshot
  // @covers request.addOns.addOnType=StopInstanceOnIdle request.addOns.autoSnapshotAddOnRequest
  // @covers request.addOns.autoSnapshotAddOnRequest.snapshotTimeOfDay request.addOns.stopInstanceOnIdleRequest
  // @covers request.addOns.stopInstanceOnIdleRequest.threshold request.addOns.stopInstanceOnIdleRequest.duration
  it('add-ons, both kinds', async () => {
    const addOns: CloneFleetInput['addOns'] = [
      { addOnType: 'AutoSnapshot', autoSnapshotAddOnRequest: { snapshotTimeOfDay: '04:00' } },
      { addOnType: 'StopInstanceOnIdle', stopInstanceOnIdleRequest: { threshold: '5', duration: '15' } },
    ];
    const { creates, instances } = await make(fleetRequest({ names: ['f-01'], addOns }));
    expect(creates).toMatchObject([{ addOns }]);
    expect(instances[0]?.addOns).toEqual([
      expect.objectContaining({ name: 'AutoSnapshot', snapshotTimeOfDay: '04:00' }),
      expect.objectContaining({ name: 'StopInstanceOnIdle', threshold: '5', duration: '15' }),
    ]);
  });

  // @covers request.ipAddressType request.ipAddressType=dualstack request.ipAddressType=ipv4
  // @covers request.ipAddressType=ipv6
  it.each([
    { ipAddressType: 'dualstack', bundleId: 'nano_3_0', v4: true, v6: true },
    { ipAddressType: 'ipv4', bundleId: 'nano_3_0', v4: true, v6: false },
    { ipAddressType: 'ipv6', bundleId: 'nano_ipv6_3_0', v4: false, v6: true },
  ] as const)('address type $ipAddressType', async ({ ipAddressType, bundleId, v4, v6 }) => {
    const { creates, result } = await make(
      fleetRequest({ names: [`g-${ipAddressType}`], bundleId, ipAddressType }),
    );
    expect(creates).toMatchObject([{ ipAddressType }]);
    const [instance] = result.instances;
    expect(instance?.publicIpAddress !== undefined).toBe(v4);
    expect((instance?.ipv6Addresses ?? []).length > 0).toBe(v6);
  });

  // @covers request.sourceInstanceName request.restoreDate
  it('an automatic snapshot by its date', async () => {
    const { creates } = await make(
      fromOrigin({ names: ['h-01'], sourceInstanceName: 'origin', restoreDate: '2026-11-01' }),
    );
    expect(creates).toMatchObject([{ sourceInstanceName: 'origin', restoreDate: '2026-11-01' }]);
  });

  // @covers request.useLatestRestorableAutoSnapshot
  it('the latest automatic snapshot, with its disk', async () => {
    const { creates, result } = await make(
      fromOrigin({
        names: ['i-01'],
        sourceInstanceName: 'origin',
        useLatestRestorableAutoSnapshot: true,
        attachedDiskMapping: { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] },
      }),
    );
    expect(creates).toMatchObject([{ sourceInstanceName: 'origin', useLatestRestorableAutoSnapshot: true }]);
    expect(result.instances[0]?.disks.map(({ name }) => name)).toEqual(['i-01-data']);
  });
});

it('these are all members that the request has, and all values of their enums', () => {
  const { CreateInstancesFromSnapshotRequest } = readShapes(['CreateInstancesFromSnapshotRequest']);
  const missing = CreateInstancesFromSnapshotRequest.filter(({ path }) => !carried.has(path));
  expect(missing).toEqual([]);
});
