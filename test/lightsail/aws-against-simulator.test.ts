import { createAwsLightsail } from '../../src/lightsail/aws-lightsail';
import type { LightsailApi } from '../../src/lightsail/lightsail-api';
import { readAll } from '../../src/lightsail/read-all';
import { createWatchers } from '../../src/lightsail/watchers';
import { startSimulator } from '../../src/simulator/simulator';
import { SimulatorControl } from '../support/simulator-control';

const ACTION = 'CreateInstancesFromSnapshot';
const CREATE = {
  instanceNames: ['web-1', 'web-2'],
  instanceSnapshotName: 'golden',
  availabilityZone: 'us-east-1a',
  bundleId: 'nano_3_0',
};

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let control: SimulatorControl;
let api: LightsailApi;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(async () => {
  control = new SimulatorControl(simulator.url);
  await control.reset();
  api = createAwsLightsail({
    region: 'us-east-1',
    callsPerSecond: 1000,
    endpoint: simulator.url,
    credentials: { accessKeyId: 'AKIDEXAMPLEEXAMPLE00', secretAccessKey: 'example' },
    timeouts: { readMillis: 1_000, writeMillis: 300 },
  });
});

async function creates() {
  return (await control.ledger()).filter((row) => row.action === ACTION);
}

async function namesThere(): Promise<(string | undefined)[]> {
  const instances = await readAll((pageToken) => api.getInstances({ pageToken }));
  return instances.map(({ name }) => name).filter((name) => name?.startsWith('web-'));
}

test.each([
  ['reset-before', 'ambiguous', []],
  ['reset-after', 'ambiguous', CREATE.instanceNames],
  ['server-error', 'ambiguous', []],
  ['not-json', 'ambiguous', []],
  ['throttle', 'throttled', []],
  ['denied', 'denied', []],
])('a create that meets "%s" is sent once and is %s', async (effect, kind, made) => {
  await control.putFaults([{ action: ACTION, effect }]);
  await expect(api.createInstancesFromSnapshot(CREATE)).rejects.toMatchObject({ kind, action: ACTION });
  expect(await creates()).toHaveLength(1);
  expect(await namesThere()).toEqual(made);
});

test('a create that stalls is given up and ambiguous', async () => {
  await control.putFaults([{ action: ACTION, effect: 'stall', seconds: 3_600 }]);
  await expect(api.createInstancesFromSnapshot(CREATE)).rejects.toMatchObject({
    kind: 'ambiguous',
    code: 'ETIMEDOUT',
  });
  expect(await creates()).toHaveLength(1);
});

test('a create whose answer was lost is a name clash when it is repeated', async () => {
  await control.putFaults([{ action: ACTION, effect: 'reset-after' }]);
  await expect(api.createInstancesFromSnapshot(CREATE)).rejects.toMatchObject({ kind: 'ambiguous' });
  await expect(api.createInstancesFromSnapshot(CREATE)).rejects.toMatchObject({ kind: 'name-in-use' });
});

test.each(['reset-before', 'reset-after', 'server-error', 'not-json', 'throttle'])(
  'a read that meets "%s" is repeated and answered',
  async (effect) => {
    await control.putFaults([{ action: 'GetInstance', effect }]);
    await expect(api.getInstance({ instanceName: 'somebody-elses' })).resolves.toMatchObject({
      name: 'somebody-elses',
    });
    expect((await control.ledger()).filter((row) => row.action === 'GetInstance')).toHaveLength(2);
  },
);

test('what does not exist is undefined, whatever it is', async () => {
  await expect(api.getInstance({ instanceName: 'nobody' })).resolves.toBeUndefined();
  await expect(api.getDisk({ diskName: 'nobody' })).resolves.toBeUndefined();
  await expect(api.getInstanceSnapshot({ instanceSnapshotName: 'nobody' })).resolves.toBeUndefined();
  await expect(
    api.getOperation({ operationId: '00000000-0000-4000-8000-000000000000' }),
  ).resolves.toBeUndefined();
  await expect(api.deleteInstance({ instanceName: 'nobody', forceDeleteAddOns: true })).rejects.toMatchObject(
    { kind: 'not-found' },
  );
});

test('a delete that the state forbids is a matter of time', async () => {
  await api.createInstancesFromSnapshot(CREATE);
  await expect(api.deleteInstance({ instanceName: 'web-1', forceDeleteAddOns: true })).rejects.toMatchObject({
    kind: 'transition',
  });
});

test('every listing of the plan is read', async () => {
  expect(
    (await api.getRegions()).find(({ name }) => name === 'us-east-1')?.availabilityZones?.length,
  ).toBeGreaterThan(0);
  expect(
    (await readAll((pageToken) => api.getBundles({ pageToken }))).map((bundle) => bundle.bundleId),
  ).toContain('nano_3_0');
  expect(
    (await readAll((pageToken) => api.getKeyPairs({ pageToken }))).map((keyPair) => keyPair.name),
  ).toContain('ops');
  await expect(api.getInstanceSnapshot({ instanceSnapshotName: 'golden' })).resolves.toMatchObject({
    state: 'available',
  });
  await expect(readAll((pageToken) => api.getDisks({ pageToken }))).resolves.toBeInstanceOf(Array);
  await expect(readAll((pageToken) => api.getStaticIps({ pageToken }))).resolves.toBeInstanceOf(Array);
});

test('operations and readiness are watched to their end, over the wire', async () => {
  await control.putSettings({ speed: 50 });
  const watchers = createWatchers({ lightsail: () => api, pollCeilingSeconds: 0.2 });
  const instanceNames = Array.from({ length: 12 }, (_, index) => `web-${String(index + 1)}`);
  const operations = await api.createInstancesFromSnapshot({ ...CREATE, instanceNames });
  const keys = operations.map((operation) => operation.id ?? '');
  const ended = new Set<string | undefined>();
  await watchers.operations('us-east-1').watch({
    keys,
    requestedAtMillis: Date.now(),
    onItem: ({ status, resourceName }) => {
      if (status !== 'Succeeded') return 'waiting';
      ended.add(resourceName);
      return 'done';
    },
  });
  expect([...ended].sort()).toEqual([...instanceNames].sort());
  await watchers.instances('us-east-1').watch({
    keys: instanceNames,
    onItem: ({ publicIpAddress }) => (publicIpAddress === undefined ? 'waiting' : 'done'),
  });
  expect((await control.ledger()).filter((row) => row.action === 'GetOperation')).toEqual([]);
});
