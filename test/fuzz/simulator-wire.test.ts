import * as fc from 'fast-check';
import { OPERATION_NAMES } from '../../src/simulator/operations/operation-names';
import { startSimulator } from '../../src/simulator/simulator';
import type { RunningSimulator } from '../../src/simulator/simulator';
import { call, expectAlive, expectFair } from './support/exchange';
import { fuzzSettings } from './support/fuzz-settings';
import { hostileJson, hostileObject } from './support/hostile-json';
import { shapelyCreate } from './support/shapely-create';

/** Members that some action reads. */
const MEMBERS = [
  'instanceName',
  'instanceNames',
  'instanceSnapshotName',
  'sourceInstanceName',
  'restoreDate',
  'availabilityZone',
  'bundleId',
  'keyPairName',
  'userData',
  'tags',
  'tagKeys',
  'addOns',
  'attachedDiskMapping',
  'ipAddressType',
  'resourceName',
  'resourceArn',
  'diskName',
  'operationId',
  'pageToken',
  'includeAvailabilityZones',
  'includeInactive',
];

const GOOD_CREATE = {
  instanceNames: ['web-1'],
  instanceSnapshotName: 'golden',
  availabilityZone: 'us-east-1a',
  bundleId: 'nano_3_0',
};

/** Actions that between them read most kinds of members. */
const READERS = ['CreateInstancesFromSnapshot', 'GetInstance', 'TagResource', 'GetOperation'];

const action = fc.constantFrom(...OPERATION_NAMES);
describe('whatever comes over the wire', () => {
  let simulator: RunningSimulator;
  beforeAll(async () => {
    simulator = await startSimulator({ speed: 0 });
  });
  afterEach(() => expectAlive(simulator.url));
  afterAll(() => simulator.close());

  const send = async (name: string, body: string | Buffer): Promise<void> =>
    expectFair(await call({ url: simulator.url, action: name, body }));

  it('JSON of any shape to any action is answered fairly', async () => {
    await fc.assert(
      fc.asyncProperty(action, fc.oneof(hostileObject(MEMBERS), hostileJson), (name, body) =>
        send(name, JSON.stringify(body)),
      ),
      fuzzSettings({ numRuns: 600 }),
    );
  });

  it('a good create with one member broken is answered fairly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MEMBERS), hostileJson, (member, value) =>
        send('CreateInstancesFromSnapshot', JSON.stringify({ ...GOOD_CREATE, [member]: value })),
      ),
      fuzzSettings({ numRuns: 300 }),
    );
  });

  it('a create of the right shape, with values that mean something else, is answered fairly', async () => {
    await fc.assert(
      fc.asyncProperty(shapelyCreate, (request) =>
        send('CreateInstancesFromSnapshot', JSON.stringify(request)),
      ),
      fuzzSettings({ numRuns: 400 }),
    );
  });

  it('JSON cut off, with bytes changed, or no UTF-8 at all is answered fairly', async () => {
    const good = Buffer.from(JSON.stringify({ ...GOOD_CREATE, tags: [{ key: 'a', value: 'é' }] }));
    const spoiled = fc.oneof(
      fc.nat(good.length).map((length) => good.subarray(0, length)),
      fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => {
        const copy = Buffer.from(good);
        copy[at] = byte;
        return copy;
      }),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(spoiled, (body) => send('CreateInstancesFromSnapshot', body)),
      fuzzSettings({ numRuns: 300 }),
    );
  });

  it.each([' ', '-', 'a-', '\n', '"', '\u00e9', '/dev/', '\u0001', '世界a', '\ud800b'])(
    'a megabyte of %j in any member takes no longer than any other body',
    async (of) => {
      const longest = of.repeat(Math.floor(1_000_000 / Buffer.byteLength(JSON.stringify(of))));
      for (const long of [longest, `ab${longest}`]) {
        for (const member of MEMBERS) {
          for (const name of READERS) await send(name, JSON.stringify({ ...GOOD_CREATE, [member]: long }));
        }
        const all = Object.fromEntries(MEMBERS.map((member) => [member, long.slice(0, 20_000)]));
        for (const name of OPERATION_NAMES) await send(name, JSON.stringify(all));
      }
    },
  );

  it('a long key over many broken elements is answered fairly', async () => {
    const attachedDiskMapping = {
      ['k'.repeat(400_000)]: Array.from({ length: 30_000 }, () => ({ newDiskName: '-' })),
    };
    await send('CreateInstancesFromSnapshot', JSON.stringify({ ...GOOD_CREATE, attachedDiskMapping }));
  });

  it.each([10_000, 500_000])('nesting %i deep is answered fairly, closed or not', async (depth) => {
    for (const open of ['[', '{"tags":']) {
      const nested = `{"tags":${open.repeat(depth)}0`;
      await send('GetInstances', nested);
      await send('GetInstances', `${nested}${(open === '[' ? ']' : '}').repeat(depth)}}`);
    }
  });

  it('ten megabytes are refused in time', async () => {
    for (const byte of ['x', '[', ' ', '\u0000']) {
      const answer = await call({
        url: simulator.url,
        action: 'GetInstances',
        body: byte.repeat(10_000_000),
      });
      expectFair(answer);
      expect(answer.status).toBe(413);
    }
  });
});
