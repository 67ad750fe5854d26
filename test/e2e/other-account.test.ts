import { startSimulator, type RunningSimulator } from '../../src/simulator/simulator';
import { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { startFleet } from '../support/run-fleet';
import { SimulatorControl } from '../support/simulator-control';
import { Stack } from '../support/start-stack';
import { waitFor } from '../support/wait-for';

/** A rollback waits for its `rollbackMinutes`, of which the least is one. */
const LIMIT_MILLIS = 150_000;

const OTHER_ACCOUNT = '444455556666';

/**
 * A worker whose credentials are of another account polls the same task queue: a laptop beside production. All that
 * the fleet uses is there under the same names, and none of its instances.
 */
let stack: Stack;
let account: Account;
let otherSimulator: RunningSimulator;
let other: SimulatorControl;

beforeAll(async () => {
  otherSimulator = await startSimulator({ host: '127.0.0.1', port: 0, speed: 20, seed: 2 });
  other = new SimulatorControl(otherSimulator.url, { accountId: OTHER_ACCOUNT });
  await other.putWorld({});
  stack = await Stack.start();
  account = new Account(stack);
});

beforeEach(async () => {
  await stack.startWorker();
  await stack.control.putSettings({ createSeconds: { min: 60, max: 80 } });
});

afterEach(async () => {
  await stack.worker?.kill();
  await stack.control.reset();
  await other.reset();
});

afterAll(async () => {
  account.close();
  await otherSimulator.close();
  await stack.stop();
});

/** Until it has read the source so often, or has changed something, which it must not. */
async function replaceWorkerByOther(looks = 1): Promise<void> {
  await stack.worker?.kill();
  await stack.startWorker({ AWS_ENDPOINT_URL_LIGHTSAIL: otherSimulator.url });
  await waitFor({
    what: 'the worker of the other account has looked where it is',
    condition: async () => {
      const rows = await other.ledger();
      const looked = rows.filter(({ action }) => action === 'GetInstanceSnapshot');
      return looked.length >= looks || rows.some(({ kind }) => kind === 'change');
    },
  });
}

async function changesIn(control: SimulatorControl): Promise<unknown[]> {
  return (await control.ledger()).filter(({ kind }) => kind === 'change');
}

it(
  'a worker of another account touches nothing, and the fleet goes on with the next that is right',
  async () => {
    const fleet = await startFleet(stack, fleetRequest());
    await fleet.reached('waiting');
    await replaceWorkerByOther();
    await stack.worker?.kill();
    await stack.startWorker();
    expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
    expect(await account.billedNames()).toEqual(['web-01', 'web-02', 'web-03']);
    expect(await changesIn(other)).toEqual([]);
  },
  LIMIT_MILLIS,
);

it(
  'a create whose answer was lost is not made a second time in another account',
  async () => {
    await stack.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect: 'slow', seconds: 100 }]);
    const fleet = await startFleet(stack, fleetRequest());
    await waitFor({
      what: 'the create is out',
      condition: async () =>
        (await stack.control.ledger()).some(({ action }) => action === 'CreateInstancesFromSnapshot'),
    });
    await replaceWorkerByOther(3);
    await stack.worker?.kill();
    await stack.startWorker();
    expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
    expect(await changesIn(other)).toEqual([]);
  },
  LIMIT_MILLIS,
);

it(
  'a rollback that only workers of another account carry out names all that it cannot see, with both accounts',
  async () => {
    const request = fleetRequest({ fleet: { limits: { rollbackMinutes: 1 } } });
    const fleet = await startFleet(stack, request);
    await fleet.reached('waiting');
    await replaceWorkerByOther();
    await fleet.cancel();
    const outcome = await fleet.outcome();
    expect(outcome).toMatchObject({ status: 'failed', type: 'RollbackIncomplete' });
    if (outcome.status !== 'failed') throw new Error('expected a failure');
    expect(outcome.details.survivors?.map(({ name }) => name).sort()).toEqual(['web-01', 'web-02', 'web-03']);
    expect(outcome.message).toContain(`reach the AWS account ${OTHER_ACCOUNT}`);
    expect(outcome.message).toContain('planned in 123456789012');
    expect(await changesIn(other)).toEqual([]);
    expect(await account.billedNames()).toEqual(['web-01', 'web-02', 'web-03']);
  },
  LIMIT_MILLIS,
);
