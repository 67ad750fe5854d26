import { isOwnedBy, ownershipTags } from '../../src/contract/tags';
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

const template = { instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };
const input = { ...OWNER, region: REGION, request: template, instanceNames: ['web-01', 'web-02'] };

async function expectEachMadeOnce(): Promise<void> {
  for (const name of input.instanceNames)
    expect(isOwnedBy((await world.instance(name))?.tags, OWNER.ownerId)).toBe(true);
  const rows = await world.control.ledger();
  for (const name of input.instanceNames) {
    const made = rows.filter(
      (row) =>
        row.kind === 'change' &&
        row.resourceType === 'Instance' &&
        row.resourceName === name &&
        (row.from ?? null) === null,
    );
    expect(made).toHaveLength(1);
  }
}

describe('creating the instances of a batch', () => {
  it('makes each once, with our tags, in one call', async () => {
    const { instances } = await world.run('createInstances', input);
    expect(instances).toEqual([
      { name: 'web-01', operationId: expect.any(String), adopted: false },
      { name: 'web-02', operationId: expect.any(String), adopted: false },
    ]);
    expect(await world.countCalls('CreateInstancesFromSnapshot')).toBe(1);
    await expectEachMadeOnce();
  });

  it.each(['reset-after', 'reset-before', 'server-error', 'not-json', 'throttle'])(
    'makes each once through %s',
    async (effect) => {
      await world.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect }]);
      const { instances } = await world.run('createInstances', input);
      expect(instances.map(({ name }) => name).sort()).toEqual(['web-01', 'web-02']);
      expect(instances.every(({ operationId }) => operationId !== undefined)).toBe(true);
      await expectEachMadeOnce();
    },
  );

  it('says since when a lost call may still land, and says nothing of it when every answer came', async () => {
    const before = new Date().toISOString();
    await world.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect: 'reset-before' }]);
    const { unknownSince = '' } = await world.run('createInstances', input);
    expect(unknownSince > before).toBe(true);
    const more = { ...input, instanceNames: ['web-03'] };
    expect(await world.run('createInstances', more)).not.toHaveProperty('unknownSince');
    const again = { ...input, instanceNames: ['web-04'] };
    expect(await world.run('createInstances', again, 2)).toHaveProperty('unknownSince');
  });

  it.each<['given' | 'lost' | 'refused']>([['given'], ['lost'], ['refused']])(
    'makes the rest once when a call made only some of its names and its answer is %s',
    async (answer) => {
      await world.control.putFaults([{ effect: 'not-made', name: 'web-02', answer }]);
      const { instances } = await world.run('createInstances', input);
      expect(instances.map(({ name }) => name).sort()).toEqual(['web-01', 'web-02']);
      await expectEachMadeOnce();
    },
  );

  it('asks for the disks of the missing ones only when it makes the rest', async () => {
    await world.control.putFaults([{ effect: 'not-made', name: 'web-02', answer: 'given' }]);
    const disks = (name: string) => [{ originalDiskPath: '/dev/xvdf', newDiskName: `${name}-data` }];
    const request = {
      ...template,
      instanceSnapshotName: 'golden-with-disk',
      bundleId: 'small_3_0',
      attachedDiskMapping: { 'web-01': disks('web-01'), 'web-02': disks('web-02') },
    };
    const { instances } = await world.run('createInstances', { ...input, request });
    expect(instances).toHaveLength(2);
    await expectEachMadeOnce();
  });

  it('does not say that nothing was made when a full zone refused a call that made some of its names', async () => {
    const refusal = { answer: 'refused', errorDetails: 'InsufficientInstanceCapacity' } as const;
    await world.control.putFaults([{ effect: 'not-made', name: 'web-02', ...refusal }]);
    await expect(world.run('createInstances', input)).rejects.toMatchObject({
      type: 'CapacityUnavailable',
      details: [expect.not.objectContaining({ nothingMade: true })],
    });
  });

  it('makes each once when they appear only after the answer was lost', async () => {
    await world.control.putFaults([
      { action: 'CreateInstancesFromSnapshot', effect: 'late-appearance', seconds: 60 },
    ]);
    await world.run('createInstances', input);
    await expectEachMadeOnce();
  });

  it('adopts on a second attempt what the first one made and did not live to tell', async () => {
    await world.api.createInstancesFromSnapshot({
      ...template,
      instanceNames: ['web-01'],
      tags: ownershipTags(OWNER),
    });
    const { instances } = await world.run('createInstances', input, 2);
    expect(instances).toEqual(
      expect.arrayContaining([
        { name: 'web-01', operationId: expect.any(String), adopted: true },
        { name: 'web-02', operationId: expect.any(String), adopted: false },
      ]),
    );
    await expectEachMadeOnce();
  });

  it.each([1, 2])(
    'neither adopts nor touches an instance of somebody else, on attempt %d',
    async (attempt) => {
      await world.api.createInstancesFromSnapshot({ ...template, instanceNames: ['web-02'] });
      await expect(world.run('createInstances', input, attempt)).rejects.toMatchObject({
        type: 'NameInUse',
        nonRetryable: true,
      });
      expect((await world.instance('web-02'))?.tags ?? []).toEqual([]);
      expect(await world.countCalls('DeleteInstance')).toBe(0);
    },
  );

  it('says that nothing was made when Lightsail refused it for good', async () => {
    await world.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect: 'denied' }]);
    await expect(world.run('createInstances', input)).rejects.toMatchObject({
      type: 'AccessDenied',
      nonRetryable: true,
      details: [{ fleetId: 'nightly', nothingMade: true }],
    });
  });

  it('does not say so when reads lag behind what a call made that a quota refused half way', async () => {
    await world.control.putFaults([
      { name: 'web-02', effect: 'not-made', answer: 'refused', errorDetails: 'reached the maximum number' },
      { name: 'web-01', effect: 'late-appearance', answer: 'given', seconds: 15 },
    ]);
    await expect(world.run('createInstances', input)).rejects.toMatchObject({
      type: 'QuotaExceeded',
      details: [expect.not.objectContaining({ nothingMade: true })],
    });
  });

  it('does not say so after an answer that was lost', async () => {
    await world.control.putFaults([
      { action: 'CreateInstancesFromSnapshot', effect: 'reset-before' },
      { action: 'CreateInstancesFromSnapshot', effect: 'denied', times: 5, nth: 2 },
    ]);
    await expect(world.run('createInstances', input)).rejects.toMatchObject({
      type: 'AccessDenied',
      details: [expect.not.objectContaining({ nothingMade: true })],
    });
  });

  it('names a disk that has the name as in use, at once', async () => {
    await world.control.putFaults([]);
    await world.api.createInstancesFromSnapshot({
      instanceSnapshotName: 'golden-with-disk',
      availabilityZone: 'us-east-1a',
      bundleId: 'small_3_0',
      instanceNames: ['other'],
      attachedDiskMapping: { other: [{ originalDiskPath: '/dev/xvdf', newDiskName: 'web-02' }] },
    });
    await expect(world.run('createInstances', input)).rejects.toMatchObject({ type: 'NameInUse' });
    expect(await world.countCalls('CreateInstancesFromSnapshot')).toBe(2);
  });

  it('does not take the operation of an older instance of the same name for its own', async () => {
    const made = {
      ...template,
      instanceNames: ['web-01'],
      tags: ownershipTags(OWNER) as { key: string; value: string }[],
    };
    await world.control.putSettings({ operationsPageSize: 1 });
    await world.api.createInstancesFromSnapshot(made);
    const running = async () => (await world.instance('web-01'))?.state?.name === 'running';
    await waitFor({ what: 'web-01 runs', condition: running });
    const before = (await world.api.getOperationsForResource({ resourceName: 'web-01' })).items[0]?.id;
    await world.api.deleteInstance({ instanceName: 'web-01', forceDeleteAddOns: true });
    await waitFor({
      what: 'web-01 is gone',
      condition: async () => (await world.instance('web-01')) === undefined,
    });
    await world.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect: 'reset-after' }]);
    const { instances } = await world.run('createInstances', { ...input, instanceNames: ['web-01'] });
    expect(instances).toEqual([{ name: 'web-01', operationId: expect.any(String), adopted: true }]);
    expect(instances[0]?.operationId).not.toBe(before);
  });
});
