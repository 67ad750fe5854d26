import { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { startFleet } from '../support/run-fleet';
import type { FaultRule } from '../support/simulator-control';
import { Stack } from '../support/start-stack';
import { waitFor } from '../support/wait-for';

let stack: Stack;
let account: Account;

beforeAll(async () => {
  stack = await Stack.start();
  account = new Account(stack);
  await stack.startWorker();
});

afterAll(async () => {
  account.close();
  await stack.stop();
});

beforeEach(async () => {
  await stack.control.putSettings({ createSeconds: { min: 60, max: 80 } });
});

afterEach(async () => {
  await stack.control.reset();
});

/** A phase, what holds the run in it, and the state by which it is recognised. */
const phases: [phase: string, hold: FaultRule[], state: string][] = [
  ['planning', [{ action: 'GetInstanceSnapshot', effect: 'slow', seconds: 60 }], 'planning'],
  ['creating', [{ action: 'CreateInstancesFromSnapshot', effect: 'slow', seconds: 60 }], 'creating'],
  ['waiting', [], 'waiting'],
  ['readiness', [{ effect: 'no-address', name: 'web-02' }], 'starting'],
];

describe('a run that is cancelled', () => {
  it.each(phases)('while %s leaves nothing behind', async (_phase, hold, state) => {
    await stack.control.putFaults(hold);
    const fleet = await startFleet(stack, fleetRequest());
    await fleet.reached(state);
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect((await fleet.progress()).state).toBe('rolled-back');
    expect(await account.billedNames()).toEqual([]);
  });

  it('during its rollback finishes the rollback and keeps the first cause', async () => {
    await stack.control.putFaults([
      { effect: 'operation-fails', name: 'web-02' },
      { action: 'DeleteInstance', effect: 'slow', seconds: 40, times: 3 },
    ]);
    const fleet = await startFleet(stack, fleetRequest());
    await fleet.reached('rolling-back');
    await fleet.cancel();
    expect(await fleet.outcome()).toMatchObject({ status: 'failed', type: 'OperationFailed' });
    expect(await account.billedNames()).toEqual([]);
  });

  it('twice is rolled back once', async () => {
    const fleet = await startFleet(stack, fleetRequest());
    await fleet.reached('waiting');
    await fleet.cancel();
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect(await account.billedNames()).toEqual([]);
  });

  it('while it waits for ports leaves nothing behind, and its worker alive', async () => {
    await stack.control.putSettings({ createSeconds: 1, publicIpAddress: '127.0.0.1' });
    await stack.control.putFaults([{ effect: 'no-address', name: 'web-02' }]);
    const fleet = await startFleet(stack, fleetRequest({ fleet: { waitFor: { port: 9 } } }));
    await fleet.reached('starting');
    await waitFor({
      what: 'the ports of the others are tried',
      condition: async () => {
        const { raw } = await stack.client.workflow.getHandle(fleet.id).describe();
        return raw.pendingActivities?.some(({ activityId }) => activityId?.startsWith('ready/') === true);
      },
    });
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect(await account.billedNames()).toEqual([]);
    const exit = await Promise.race([stack.worker?.exited, Promise.resolve('alive')]);
    expect(exit).toBe('alive');
  });

  it('while its worker is dead ends as cancelled once another one is there', async () => {
    const fleet = await startFleet(stack, fleetRequest());
    await fleet.reached('waiting');
    await stack.worker?.kill();
    await fleet.cancel();
    await stack.startWorker();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    expect(await account.billedNames()).toEqual([]);
  }, 60_000);
});
