import { createKnownAccounts } from '../../src/activities/known-accounts';
import { ActivityWorld, OWNER, REGION } from '../support/activity-world';

const ACCOUNT = { accountId: '123456789012', instanceSnapshotName: 'golden' };
const LOOK = { ...OWNER, region: REGION, instanceNames: ['web-01'], snapshotDiskPaths: [], account: ACCOUNT };
const A_DAY_MILLIS = 86_400_000;

let world: ActivityWorld;
let nowMillis = Date.now();

beforeAll(async () => {
  world = await ActivityWorld.start({ knownAccounts: createKnownAccounts(() => nowMillis) });
});
afterAll(async () => {
  await world.stop();
});
beforeEach(() => {
  nowMillis += A_DAY_MILLIS;
});
afterEach(async () => {
  await world.control.putWorld({});
});

it('the account is asked for once, and then believed for a while', async () => {
  for (const minutes of [0, 1, 10]) {
    nowMillis += minutes * 60_000;
    await world.run('findInstances', LOOK);
  }
  expect(await world.countCalls('GetInstanceSnapshot')).toBe(2);
});

it('is asked for as long as a rollback asks for what is in it, also while that is refused', async () => {
  await world.control.putFaults([{ action: 'GetInstanceSnapshot', effect: 'denied', times: 2 }]);
  const outlastRefusalsUntil = new Date(Date.now() + 30_000).toISOString();
  expect(await world.run('findInstances', { ...LOOK, outlastRefusalsUntil })).toEqual({ instances: [] });
  expect(await world.countCalls('GetInstanceSnapshot')).toBe(3);
});

it('that was seen a day ago is not believed when nothing tells it now', async () => {
  await world.run('findInstances', LOOK);
  nowMillis += A_DAY_MILLIS;
  await world.control.putWorld({ snapshots: [], instances: [], keyPairs: [] });
  const gone = { ...LOOK, outlastRefusalsUntil: new Date(0).toISOString() };
  await expect(world.run('findInstances', gone)).rejects.toMatchObject({
    type: 'AccessDenied',
    message: expect.stringContaining('(no golden, no instance, no key pair)'),
  });
});

it('a create does not begin its window in an attempt that has asked for longer than a heartbeat may last', async () => {
  await world.control.putFaults([{ action: 'GetInstanceSnapshot', effect: 'slow', seconds: 1500, times: 1 }]);
  const request = { instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' };
  const { account, region } = LOOK;
  await world.run('createInstances', { ...OWNER, account, region, request, instanceNames: ['web-01'] });
  const calls = (await world.control.ledger()).flatMap(({ action }) => action ?? []);
  // A second attempt, and it alone, reads the names before it creates.
  expect(calls.indexOf('GetInstance')).toBeGreaterThan(-1);
  expect(calls.indexOf('GetInstance')).toBeLessThan(calls.indexOf('CreateInstancesFromSnapshot'));
});
