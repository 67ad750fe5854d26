import type { FoundDisk } from '../../src/contract/found-instance';
import { ownershipTags, TAG_KEYS } from '../../src/contract/tags';
import { waitFor } from '../support/wait-for';
import { ActivityWorld, OWNER, REGION } from '../support/activity-world';

let world: ActivityWorld;

beforeAll(async () => {
  world = await ActivityWorld.start();
});
afterAll(async () => {
  await world.stop();
});
afterEach(async () => {
  await world.control.reset();
});

const tags = ownershipTags(OWNER) as { key: string; value: string }[];
const template = { instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };

const WITH_DISK = {
  tags,
  instanceSnapshotName: 'golden-with-disk',
  bundleId: 'small_3_0',
  attachedDiskMapping: { 'web-01': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'web-01-data' }] },
};

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString();
}

async function make(instanceNames: string[], more: object = { tags }): Promise<void> {
  await world.api.createInstancesFromSnapshot({ ...template, instanceNames, ...more });
  for (const name of instanceNames) {
    await waitFor({
      what: `${name} runs`,
      condition: async () => (await world.instance(name))?.state?.name === 'running',
    });
  }
}

describe('finding what is ours', () => {
  it('names an instance whose create answer was lost and that has the fleet id and no owner id, and no other stranger', async () => {
    const fleetTag = tags.filter(({ key }) => key !== TAG_KEYS.ownerId);
    await make(['web-01'], { tags: fleetTag });
    await make(['web-02'], { tags: [...fleetTag, { key: TAG_KEYS.ownerId, value: 'another run' }] });
    await make(['web-03'], {});
    const found = await world.run('findInstances', {
      ...OWNER,
      region: REGION,
      instanceNames: ['web-01', 'web-02', 'web-03'],
      snapshotDiskPaths: [],
      made: [{ name: 'web-01' }, { name: 'web-02' }, { name: 'web-03' }],
    });
    expect(found).toEqual({
      instances: [],
      leftAlone: [expect.objectContaining({ resourceType: 'Instance', name: 'web-01', untagged: true })],
    });
  });

  it('goes by the owner tag, and lists the disks beside the system disk', async () => {
    await make(['web-01'], WITH_DISK);
    await make(['web-02'], {});
    const found = await world.run('findInstances', {
      ...OWNER,
      region: REGION,
      instanceNames: ['web-01', 'web-02', 'web-03'],
      snapshotDiskPaths: ['/dev/xvdf'],
    });
    expect(found).toEqual({
      instances: [
        {
          name: 'web-01',
          arn: expect.any(String),
          disks: [{ name: 'web-01-data', arn: expect.any(String), ours: true }],
        },
      ],
    });
  });

  it('does not take a disk for its own that the snapshot had not, unless the mapping names it', async () => {
    await make(['web-01'], {
      tags,
      instanceSnapshotName: 'golden-with-disk',
      bundleId: 'small_3_0',
      attachedDiskMapping: { 'web-01': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'prod-data' }] },
    });
    const find = { ...OWNER, region: REGION, instanceNames: ['web-01'], snapshotDiskPaths: [] };
    const attached = await world.run('findInstances', find);
    expect(attached.instances[0]?.disks).toEqual([
      expect.objectContaining({ name: 'prod-data', ours: false }),
    ]);
    const attachedDiskMapping = { '*': [{ newDiskName: 'prod-data' }] };
    const mapped = await world.run('findInstances', { ...find, attachedDiskMapping });
    expect(mapped.instances[0]?.disks).toEqual([expect.objectContaining({ name: 'prod-data', ours: true })]);
  });

  it('tells what the run made and is no longer ours by tag from what somebody else made', async () => {
    await make(['web-01', 'web-02'], {});
    const operationOf = async (resourceName: string) =>
      (await world.api.getOperationsForResource({ resourceName })).items[0]?.id;
    const made = [
      { name: 'web-01', operationId: await operationOf('web-01') },
      { name: 'web-02', operationId: 'another' },
    ];
    const find = { ...OWNER, region: REGION, instanceNames: ['web-01', 'web-02'], snapshotDiskPaths: [] };
    expect(await world.run('findInstances', { ...find, made })).toEqual({
      instances: [],
      leftAlone: [
        {
          resourceType: 'Instance',
          name: 'web-01',
          cause: expect.stringMatching(/left alone/),
          untagged: true,
        },
      ],
    });
  });

  it('goes on past credentials that are refused for a while, where a rollback asks for it', async () => {
    await make(['web-01']);
    const find = { ...OWNER, region: REGION, instanceNames: ['web-01'], snapshotDiskPaths: [] };
    const refused = { action: 'GetInstance', effect: 'denied', times: 3 };
    await world.control.putFaults([refused]);
    await expect(world.run('findInstances', find)).rejects.toMatchObject({
      type: 'AccessDenied',
      nonRetryable: true,
    });
    await world.control.putFaults([{ ...refused, errorCode: 'UnauthenticatedException' }]);
    expect(await world.run('findInstances', { ...find, outlastRefusalsUntil: inSeconds(20) })).toMatchObject({
      instances: [{ name: 'web-01' }],
    });
    await world.control.putFaults([refused]);
    await expect(
      world.run('findInstances', { ...find, outlastRefusalsUntil: inSeconds(-1) }),
    ).rejects.toMatchObject({ nonRetryable: true });
  });

  it('waits for a create that may still land', async () => {
    await world.control.putFaults([
      { action: 'CreateInstancesFromSnapshot', effect: 'late-appearance', seconds: 50 },
    ]);
    await world.api
      .createInstancesFromSnapshot({ ...template, tags, instanceNames: ['web-01'] })
      .catch(() => undefined);
    const unknownSince = new Date().toISOString();
    const found = await world.run('findInstances', {
      ...OWNER,
      region: REGION,
      instanceNames: ['web-01'],
      unknownSince,
      snapshotDiskPaths: [],
    });
    expect(found.instances.map(({ name }) => name)).toEqual(['web-01']);
  });
});

describe('removing instances', () => {
  interface More {
    disks?: FoundDisk[];
    seconds?: number;
    outlastRefusals?: boolean;
  }
  const remove = (name: string, more: More = {}) =>
    world.run('removeInstances', {
      ...OWNER,
      region: REGION,
      instances: [{ name, disks: more.disks ?? [], operationEnded: true }],
      deadline: inSeconds(more.seconds ?? 20),
      outlastRefusals: more.outlastRefusals,
    });

  it('deletes what is ours and waits until it is gone', async () => {
    await make(['web-01']);
    expect(await remove('web-01')).toEqual({ removed: ['web-01'], unrecorded: [], survivors: [] });
    expect(await world.instance('web-01')).toBeUndefined();
  });

  it('counts what is not there as removed', async () => {
    expect(await remove('web-01')).toMatchObject({ removed: ['web-01'] });
  });

  it('leaves an instance alone that has the name and not our tag', async () => {
    await make(['web-01'], {});
    await remove('web-01');
    expect(await world.instance('web-01')).toBeDefined();
    expect(await world.countCalls('DeleteInstance')).toBe(0);
  });

  it('names an instance whose owner tag went after it was found, and does not delete it', async () => {
    await make(['web-01'], {});
    const { arn } = (await world.instance('web-01')) ?? {};
    const found = { name: 'web-01', arn, disks: [], operationEnded: true };
    const removal = { ...OWNER, region: REGION, instances: [found], deadline: inSeconds(20) };
    expect(await world.run('removeInstances', removal)).toMatchObject({
      removed: [],
      survivors: [{ name: 'web-01', cause: expect.stringContaining('owner tag is gone') }],
    });
    expect(await world.countCalls('DeleteInstance')).toBe(0);
  });

  it('sends a delete again whose operation failed', async () => {
    await make(['web-01']);
    await world.control.putFaults([{ action: 'DeleteInstance', effect: 'operation-fails', seconds: 1 }]);
    expect(await remove('web-01')).toMatchObject({ removed: ['web-01'] });
    expect(await world.countCalls('DeleteInstance')).toBe(2);
  });

  it('names why a delete did not end before the deadline', async () => {
    await make(['web-01']);
    await world.control.putFaults([{ action: 'DeleteInstance', effect: 'operation-stuck' }]);
    expect(await remove('web-01', { seconds: 1 })).toMatchObject({
      survivors: [{ name: 'web-01', cause: expect.stringContaining('its delete was accepted') }],
    });
  });

  it('leaves an instance whose disk is not recorded for the next look', async () => {
    await make(['web-01'], WITH_DISK);
    expect(await remove('web-01')).toMatchObject({ unrecorded: ['web-01'] });
    expect(await world.instance('web-01')).toBeDefined();
    expect(await remove('web-01', { disks: [{ name: 'web-01-data', ours: true }] })).toMatchObject({
      removed: ['web-01'],
    });
  });

  describe('with disks', () => {
    const ours = async () => {
      await make(['web-01'], WITH_DISK);
      const disk = await world.api.getDisk({ diskName: 'web-01-data' });
      return { name: 'web-01-data', arn: disk?.arn };
    };
    const tagsOfDisk = async () => (await world.api.getDisk({ diskName: 'web-01-data' }))?.tags;

    it('tags those that were made with it, so that they can be found when their run is not', async () => {
      const disk = await ours();
      await remove('web-01', { disks: [{ ...disk, ours: true }] });
      expect(await tagsOfDisk()).toEqual(tags);
    });

    it('tags no disk that somebody attached', async () => {
      const disk = await ours();
      await remove('web-01', { disks: [{ ...disk, ours: false }] });
      expect(await tagsOfDisk()).toEqual([]);
      expect(await world.countCalls('TagResource')).toBe(0);
    });

    it('is deleted also where nobody may tag', async () => {
      const disk = await ours();
      await world.control.putFaults([{ action: 'TagResource', effect: 'denied', times: 100 }]);
      expect(await remove('web-01', { disks: [{ ...disk, ours: true }] })).toMatchObject({
        removed: ['web-01'],
      });
    });

    it('gets through tags that are throttled', async () => {
      const disk = await ours();
      await world.control.putFaults([{ action: 'TagResource', effect: 'throttle', times: 2 }]);
      await remove('web-01', { disks: [{ ...disk, ours: true }] });
      expect(await tagsOfDisk()).toEqual(tags);
    });
  });

  it.each(['throttle', 'server-error', 'reset-after', 'reset-before', 'delete-refused'])(
    'gets through %s',
    async (effect) => {
      await make(['web-01']);
      await world.control.putFaults([{ action: 'DeleteInstance', effect, times: 2 }]);
      expect(await remove('web-01')).toMatchObject({ removed: ['web-01'] });
    },
  );

  it('names as survivor what it may not delete, and why', async () => {
    await make(['web-01']);
    await world.control.putFaults([{ action: 'DeleteInstance', effect: 'denied', times: 100 }]);
    expect(await remove('web-01')).toMatchObject({
      survivors: [
        { resourceType: 'Instance', name: 'web-01', cause: expect.stringContaining('AccessDenied') },
      ],
    });
  });

  it('goes on past credentials that are refused for a while, where a rollback asks for it', async () => {
    await make(['web-01']);
    await world.control.putFaults([
      { action: 'DeleteInstance', effect: 'denied', times: 2 },
      { action: 'GetInstance', effect: 'denied', errorCode: 'UnauthenticatedException', times: 1 },
    ]);
    expect(await remove('web-01', { outlastRefusals: true })).toMatchObject({ removed: ['web-01'] });
  });

  it('names what it may not delete until the deadline, and why, where a rollback asks for it', async () => {
    await make(['web-01']);
    await world.control.putFaults([{ action: 'DeleteInstance', effect: 'denied', times: 1000 }]);
    expect(await remove('web-01', { outlastRefusals: true, seconds: 2 })).toMatchObject({
      survivors: [{ name: 'web-01', cause: expect.stringContaining('AccessDenied') }],
    });
    expect(await world.countCalls('DeleteInstance')).toBeGreaterThan(1);
  });

  it('names as survivor what is still there at the deadline', async () => {
    await make(['web-01']);
    await world.control.putFaults([{ action: 'DeleteInstance', effect: 'delete-refused', times: 1000 }]);
    expect(await remove('web-01', { seconds: 1 })).toMatchObject({
      removed: [],
      survivors: [{ name: 'web-01' }],
    });
  });
});

describe('removing disks', () => {
  it('deletes the recorded disk, and leaves one alone that only has its name', async () => {
    await make(['web-01'], WITH_DISK);
    const { instances } = await world.run('findInstances', {
      ...OWNER,
      region: REGION,
      instanceNames: ['web-01'],
      snapshotDiskPaths: ['/dev/xvdf'],
    });
    const deadline = inSeconds(20);
    const ended = instances.map((instance) => ({ ...instance, operationEnded: true }));
    await world.run('removeInstances', { ...OWNER, region: REGION, instances: ended, deadline });
    const disk = {
      name: 'web-01-data',
      arn: 'arn:aws:lightsail:us-east-1:111122223333:Disk/another',
      ours: true,
    };
    await world.run('removeDisks', { ...OWNER, region: REGION, disks: [disk], deadline });
    expect(await world.api.getDisk({ diskName: 'web-01-data' })).toBeDefined();
    const disks = instances.flatMap((instance) => instance.disks);
    expect(await world.run('removeDisks', { ...OWNER, region: REGION, disks, deadline })).toMatchObject({
      removed: ['web-01-data'],
    });
    expect(await world.api.getDisk({ diskName: 'web-01-data' })).toBeUndefined();
  });

  it('goes on past credentials that are refused for a while, where a rollback asks for it', async () => {
    await make(['web-01'], WITH_DISK);
    const { arn } = (await world.api.getDisk({ diskName: 'web-01-data' })) ?? {};
    const disk = { name: 'web-01-data', arn, ours: true };
    const ours = [{ name: 'web-01', disks: [disk], operationEnded: true }];
    await world.run('removeInstances', {
      ...OWNER,
      region: REGION,
      instances: ours,
      deadline: inSeconds(20),
    });
    const refused = { action: 'DeleteDisk', effect: 'denied', times: 1000 };
    const removal = { ...OWNER, region: REGION, disks: [disk], outlastRefusals: true };
    await world.control.putFaults([refused]);
    expect(await world.run('removeDisks', { ...removal, deadline: inSeconds(2) })).toMatchObject({
      survivors: [{ name: 'web-01-data', cause: expect.stringContaining('AccessDenied') }],
    });
    expect(await world.countCalls('DeleteDisk')).toBeGreaterThan(1);
    await world.control.putFaults([{ ...refused, times: 2 }]);
    expect(await world.run('removeDisks', { ...removal, deadline: inSeconds(20) })).toMatchObject({
      removed: ['web-01-data'],
    });
  });

  describe('that only their tags prove', () => {
    /** As a rollback leaves it between its two deletes; or still attached. */
    const leftOver = async ({ attached }: { attached: boolean }) => {
      await make(['web-01'], WITH_DISK);
      const { arn } = (await world.api.getDisk({ diskName: 'web-01-data' })) ?? {};
      const disk = { name: 'web-01-data', arn, ours: true };
      const instances = [{ name: 'web-01', disks: [disk], operationEnded: true }];
      if (attached) await world.api.tagResource({ resourceName: 'web-01-data', tags });
      else
        await world.run('removeInstances', { ...OWNER, region: REGION, instances, deadline: inSeconds(20) });
      return { ...disk, byTagOnly: true };
    };
    const removal = () => ({ ...OWNER, region: REGION, deadline: inSeconds(20) });

    it('are deleted', async () => {
      const disks = [await leftOver({ attached: false })];
      expect(await world.run('removeDisks', { ...removal(), disks })).toMatchObject({
        removed: ['web-01-data'],
      });
    });

    it.each([
      { what: 'the owner', key: 'lightsail-fleet:owner-id' },
      { what: 'the fleet', key: 'lightsail-fleet:fleet-id' },
    ])('are left alone when somebody has changed $what since they were found', async ({ key }) => {
      const disks = [await leftOver({ attached: false })];
      await world.api.tagResource({ resourceName: 'web-01-data', tags: [{ key, value: 'mine-now' }] });
      expect(await world.run('removeDisks', { ...removal(), disks })).toMatchObject({
        removed: [],
        survivors: [{ name: 'web-01-data', cause: expect.stringContaining('owner tags were changed') }],
      });
      expect(await world.countCalls('DeleteDisk')).toBe(0);
    });

    it('are left alone at once when somebody has attached them since they were found', async () => {
      const disks = [await leftOver({ attached: true })];
      const { survivors } = await world.run('removeDisks', {
        ...removal(),
        disks,
        deadline: inSeconds(600),
      });
      expect(survivors).toEqual([
        {
          resourceType: 'Disk',
          name: 'web-01-data',
          cause: 'somebody has attached it to web-01 since it was found, so it was left alone',
        },
      ]);
    });
  });
});
