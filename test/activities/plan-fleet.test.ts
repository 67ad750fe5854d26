import { ApplicationFailure } from '@temporalio/common';
import type { FleetPlan } from '../../src/contract/fleet-plan';
import type { FleetFailureDetails } from '../../src/contract/failures';
import { ActivityWorld, OWNER, REGION } from '../support/activity-world';

let world: ActivityWorld;

beforeEach(async () => {
  world = await ActivityWorld.start({ vcpuQuota: 40 });
});

afterEach(() => world.stop());

const request = (change: object = {}) => ({
  instanceSnapshotName: 'golden',
  availabilityZone: `${REGION}a`,
  bundleId: 'nano_3_0',
  fleet: { nameTemplate: 'web-{index:02}', count: 2 },
  ...change,
});

const plan = (change: object = {}) =>
  world.run('planFleet', { ...OWNER, request: request(change), startedAt: new Date().toISOString() });

async function problemsOf(change: object): Promise<string[]> {
  const error: unknown = await plan(change).catch((thrown: unknown) => thrown);
  if (!(error instanceof ApplicationFailure))
    throw new Error(`expected a failure, got ${JSON.stringify(error)}`);
  const [details] = error.details as [FleetFailureDetails];
  return (details.problems ?? []).map(({ path, message }) => `${path}: ${message}`);
}

async function callsDuring(run: () => Promise<unknown>): Promise<string[]> {
  const after = await world.control.lastSeq();
  await run();
  const rows = await world.control.ledger(after);
  return rows.flatMap(({ action }) => (action === undefined ? [] : [action]));
}

describe('the plan', () => {
  it('tells every problem of a request that would fail, in one run, and makes nothing', async () => {
    await world.control.putWorld({
      instances: [{ region: REGION, name: 'web-02' }],
      staticIps: [{ region: REGION, name: 'web-03' }],
      quotas: { instances: 1000, vcpus: 1000 },
    });
    const problems = await problemsOf({
      instanceSnapshotName: 'silver',
      availabilityZone: `${REGION}x`,
      bundleId: 'nano_2_0',
      keyPairName: 'nobody',
      fleet: { nameTemplate: 'web-{index:02}', count: 20, userDataFile: 'boot.sh' },
    });
    expect(problems).toEqual([
      expect.stringMatching(/^instanceSnapshotName: no instance snapshot "silver" in us-east-1/),
      expect.stringMatching(/^availabilityZone: no zone "us-east-1x": expected one of us-east-1a, /),
      expect.stringMatching(/^bundleId: bundle "nano_2_0" is no longer sold in us-east-1: there is nano_/),
      'fleet.nameTemplate: name "web-02" is in use by an instance',
      'fleet.nameTemplate: name "web-03" is in use by a static IP',
      'keyPairName: no key pair "nobody" in us-east-1 (there is ops)',
      'fleet.userDataFile: "boot.sh": the worker has no FLEET_USER_DATA_DIR: set it there, or give userData',
      'fleet.count: 40 vCPUs more than the 2 in us-east-1 make 42, over the quota of 40 (FLEET_VCPU_QUOTA): expected a smaller fleet or bundle, or a raised quota',
    ]);
    expect(await world.countCalls('CreateInstancesFromSnapshot')).toBe(0);
  });

  it.each([
    [
      'nano_ipv6_3_0',
      undefined,
      'expected ipv6, as bundle nano_ipv6_3_0 has no IPv4 address, got nothing, which means dualstack',
    ],
    ['nano_3_0', 'ipv6', 'ipv6 needs a bundle without IPv4, such as nano_ipv6_3_0, not nano_3_0'],
  ])('refuses bundle %s with addresses %s', async (bundleId, ipAddressType, message) => {
    const problems = await problemsOf({
      bundleId,
      ...(ipAddressType === undefined ? {} : { ipAddressType }),
    });
    expect(problems).toEqual([expect.stringContaining(message)]);
  });

  it('knows the bundles of Lightsail for Research, and what is smaller than one of them', async () => {
    const snapshot = { region: REGION, name: 'desk', fromBundleId: 'app_standard_2xl_1_0', sizeInGb: 50 };
    await world.control.putWorld({ snapshots: [snapshot] });
    const research = { instanceSnapshotName: 'desk', bundleId: 'app_standard_2xl_1_0' };
    expect((await plan(research)).bundle).toMatchObject({ id: 'app_standard_2xl_1_0', cpuCount: 8 });
    expect(await problemsOf({ ...research, bundleId: 'app_standard_xl_1_0' })).toEqual([
      expect.stringContaining('its memory of 8 GB is smaller than the 16 GB of app_standard_2xl_1_0'),
    ]);
  });

  it('takes names that mean something to JavaScript, mapped and unmapped', async () => {
    const { batches } = await plan({
      fleet: undefined,
      instanceNames: ['constructor', 'toString'],
      instanceSnapshotName: 'golden-with-disk',
      bundleId: 'small_3_0',
      attachedDiskMapping: { toString: [{ originalDiskPath: '/dev/xvdf', newDiskName: 'valueOf' }] },
    });
    expect(batches[0]?.instanceNames).toEqual(['constructor', 'toString']);
  });

  it('refuses half of a disk mapping, each member by its path', async () => {
    const attachedDiskMapping = { '*': [{ originalDiskPath: '/dev/xvdf' }, { newDiskName: '{name}-b' }] };
    expect(await problemsOf({ attachedDiskMapping })).toEqual([
      expect.stringMatching(/^attachedDiskMapping\["\*"\]\[0\]\.newDiskName: required/),
      expect.stringMatching(/^attachedDiskMapping\["\*"\]\[1\]\.originalDiskPath: required/),
    ]);
  });

  it('refuses a snapshot that is not finished, and a bundle smaller than its disk or of another platform', async () => {
    const snapshot = {
      region: REGION,
      fromBundleId: 'small_win_3_0',
      fromBlueprintId: 'windows_server_2022',
    };
    await world.control.putWorld({
      snapshots: [
        { ...snapshot, name: 'raw', state: 'pending' },
        { ...snapshot, name: 'win', sizeInGb: 60 },
      ],
    });
    expect(
      await problemsOf({
        instanceSnapshotName: 'raw',
        bundleId: 'small_win_3_0',
        attachedDiskMapping: { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] },
      }),
    ).toEqual([
      expect.stringMatching(/^instanceSnapshotName: snapshot "raw" is pending.*expected available$/),
      expect.stringMatching(/raw has no disk at "\/dev\/xvdf"/),
    ]);
    expect(await problemsOf({ instanceSnapshotName: 'win' })).toEqual([
      expect.stringContaining("its disk of 20 GB is smaller than the snapshot's 60 GB"),
      expect.stringContaining('its memory of 0.5 GB is smaller than the 2 GB of small_win_3_0'),
      expect.stringContaining('it is for LINUX_UNIX, the snapshot is WINDOWS'),
    ]);
  });

  it('refuses the automatic snapshot of a date that has none, and names the dates there are', async () => {
    await world.control.putWorld({
      instances: [
        {
          region: REGION,
          name: 'origin',
          autoSnapshots: [{ date: '2026-11-20' }, { date: '2026-11-21', status: 'Failed' }],
        },
      ],
    });
    const source = { instanceSnapshotName: undefined, sourceInstanceName: 'origin' };
    expect(await problemsOf({ ...source, restoreDate: '2026-11-21' })).toEqual([
      'restoreDate: "origin" has no finished automatic snapshot for it: that of 2026-11-21 is Failed, expected Success (dates there are: 2026-11-20)',
    ]);
    const made = await plan({ ...source, useLatestRestorableAutoSnapshot: true });
    expect(made.source).toMatchObject({ name: 'origin', autoSnapshotDate: '2026-11-20' });
  });

  it('prices the instances and the copies of the disks, by month and by hour', async () => {
    const made = await plan({ instanceSnapshotName: 'golden-with-disk' });
    expect(made).toMatchObject({
      disks: { count: 2, totalGb: 64, monthlyPriceUsd: 6.4, named: 0, names: [] },
      monthlyPriceUsd: 16.4,
      hourlyPriceUsd: 0.022,
      capacity: { instances: { added: 2 }, vcpus: { added: 4, quota: 40 } },
    });
  });

  it('names the disks that it makes, as far as the request does', async () => {
    const { disks } = await plan({
      instanceSnapshotName: 'golden-with-disk',
      bundleId: 'small_3_0',
      fleet: { nameTemplate: 'web-{index}', count: 3 },
      attachedDiskMapping: {
        'web-2': [],
        '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }],
      },
    });
    expect(disks).toMatchObject({ count: 3, named: 2, names: ['web-1-data', 'web-3-data'] });
  });

  it('warns, and goes on: an old snapshot, an unmapped disk, the firewall, IPv6 only', async () => {
    await world.control.putWorld({
      snapshots: [
        { region: REGION, name: 'old', ageDays: 91.5, disks: [{ path: '/dev/xvdf', sizeInGb: 8 }] },
      ],
    });
    const { warnings } = await plan({
      instanceSnapshotName: 'old',
      bundleId: 'nano_ipv6_3_0',
      ipAddressType: 'ipv6',
    });
    expect(warnings).toEqual([
      'the snapshot of old is 91 days old: its software lacks the updates since',
      expect.stringMatching(/^IPv6 only/),
      expect.stringMatching(/^the snapshot's disk \/dev\/xvdf is not mapped: it is copied and billed/),
      'custom firewall rules are not copied: each clone opens tcp 22 and tcp 80 only',
    ]);
  });

  it('of 200 instances, in a Region that holds 1,000, takes 15 calls', async () => {
    await world.stop();
    world = await ActivityWorld.start({ vcpuQuota: 2500 });
    const busy = Array.from({ length: 999 }, (_, index) => ({
      region: REGION,
      name: `busy-${String(index)}`,
    }));
    await world.control.putWorld({
      instances: [...busy, { region: REGION, name: 'origin', autoSnapshots: [{ date: '2026-11-20' }] }],
      quotas: { instances: 5000, vcpus: 5000 },
    });
    const fleet = { nameTemplate: 'web-{index:03}', count: 200 };
    const automatic = {
      instanceSnapshotName: undefined,
      sourceInstanceName: 'origin',
      useLatestRestorableAutoSnapshot: true,
    };
    // A worker knows the catalogue of its Region from its start on (test/e2e/worker.test.ts).
    await plan();
    for (const source of [{}, automatic]) {
      let made: FleetPlan | undefined;
      const calls = await callsDuring(async () => (made = await plan({ ...source, fleet })));
      expect(made).toMatchObject({ instanceCount: 200, capacity: { instances: { existing: 1000 } } });
      expect(calls).toHaveLength(15);
    }
  });

  it('tells what needs no Region beside a Region that is not there', async () => {
    const change = {
      availabilityZone: 'us-nowhere-9a',
      fleet: { nameTemplate: '{index}', count: 2, userDataFile: 'boot.sh' },
    };
    expect(await problemsOf(change)).toEqual([
      expect.stringMatching(/^availabilityZone: Lightsail has no Region "us-nowhere-9"/),
      expect.stringMatching(/^fleet.nameTemplate: expected 2 to 255 characters/),
      expect.stringMatching(/^fleet.nameTemplate: expected 2 to 255 characters/),
      expect.stringMatching(/^fleet.userDataFile: /),
    ]);
  });

  it('asks for the Regions and bundles again before it refuses by an old answer', async () => {
    await plan();
    const calls = await callsDuring(() => problemsOf({ bundleId: 'giga_9_0' }));
    // Once more those of Lightsail, once those of Lightsail for Research.
    expect(calls.filter((action) => action === 'GetBundles')).toHaveLength(2);
    expect(calls).not.toContain('GetRegions');
  });
});
