import { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { startFleet } from '../support/run-fleet';
import { Stack } from '../support/start-stack';
import { waitFor } from '../support/wait-for';

let stack: Stack;
let account: Account;

beforeAll(async () => {
  stack = await Stack.start();
  account = new Account(stack);
});

beforeEach(async () => {
  await stack.startWorker();
});

afterEach(async () => {
  await stack.worker?.kill();
  await stack.control.reset();
});

afterAll(async () => {
  account.close();
  await stack.stop();
});

async function untilCalled(action: string): Promise<void> {
  await waitFor({
    what: `${action} is called`,
    condition: async () => (await stack.control.ledger()).some((row) => row.action === action),
  });
}

/** Heartbeat time-out of 10 s, and the sticky queue's second. */
const RECOVERY_MILLIS = 60_000;

describe('kill -9 of the worker', () => {
  it(
    'while operations run changes nothing of the outcome',
    async () => {
      await stack.control.putSettings({ createSeconds: { min: 60, max: 80 } });
      const fleet = await startFleet(stack, fleetRequest());
      await fleet.reached('waiting');
      await stack.worker?.kill();
      await stack.startWorker();
      expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
      const creates = (await stack.control.ledger()).filter(
        (row) => row.action === 'CreateInstancesFromSnapshot',
      );
      expect(creates).toHaveLength(1);
    },
    RECOVERY_MILLIS,
  );

  it(
    'while its create is out makes each instance once',
    async () => {
      await stack.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect: 'slow', seconds: 60 }]);
      const fleet = await startFleet(stack, fleetRequest());
      await untilCalled('CreateInstancesFromSnapshot');
      await stack.worker?.kill();
      await stack.startWorker();
      expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
      expect(await account.billedNames()).toEqual(['web-01', 'web-02', 'web-03']);
    },
    RECOVERY_MILLIS,
  );

  it(
    'while it rolls back leaves nothing behind',
    async () => {
      await stack.control.putFaults([
        { effect: 'operation-fails', name: 'web-02' },
        { action: 'DeleteInstance', effect: 'stall', seconds: 200, times: 3 },
      ]);
      const fleet = await startFleet(stack, fleetRequest());
      await untilCalled('DeleteInstance');
      await stack.worker?.kill();
      await stack.startWorker();
      expect(await fleet.outcome()).toMatchObject({ status: 'failed', type: 'OperationFailed' });
      expect(await account.billedNames()).toEqual([]);
    },
    RECOVERY_MILLIS,
  );
});

describe('a worker that is frozen', () => {
  it('with a create about to be repeated makes nothing after the run has ended', async () => {
    await stack.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect: 'throttle', times: 2 }]);
    const fleet = await startFleet(stack, fleetRequest());
    await untilCalled('CreateInstancesFromSnapshot');
    const frozen = stack.worker;
    frozen?.signal('SIGSTOP');
    await fleet.cancel();
    await stack.startWorker();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
    const before = await stack.control.lastSeq();
    frozen?.signal('SIGCONT');
    // It is awake once it asks for something: a new fleet, with the other worker gone, is its to make.
    await stack.worker?.kill();
    const next = await startFleet(stack, fleetRequest({ names: ['next-01'] }));
    expect(await next.outcome()).toMatchObject({ status: 'ready' });
    await frozen?.kill();
    const creates = (await stack.control.ledger(before)).filter(
      (row) => row.action === 'CreateInstancesFromSnapshot',
    );
    for (const { request } of creates) expect(request?.['instanceNames']).toEqual(['next-01']);
    expect(await account.billedNames()).toEqual(['next-01']);
  }, 120_000);
});

describe('a worker that is told to stop', () => {
  it(
    'hands its wait over at once, without losing or repeating anything',
    async () => {
      await stack.control.putSettings({ createSeconds: { min: 60, max: 80 } });
      const fleet = await startFleet(stack, fleetRequest());
      await fleet.reached('waiting');
      const exit = await stack.worker?.stop();
      expect(exit).toMatchObject({ code: 0 });
      await stack.startWorker();
      expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
    },
    RECOVERY_MILLIS,
  );
});

describe('kill -9 of the Temporal server', () => {
  it(
    'changes nothing of the outcome once it is back on its database file',
    async () => {
      await stack.control.putSettings({ createSeconds: { min: 60, max: 80 } });
      const fleet = await startFleet(stack, fleetRequest());
      await fleet.reached('waiting');
      await stack.restartTemporal();
      expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
      expect(await account.billedNames()).toEqual(['web-01', 'web-02', 'web-03']);
    },
    RECOVERY_MILLIS,
  );
});
