import { fleetRequest } from '../support/fleet-request';
import { runCommand } from '../support/run-command';
import { startFleet } from '../support/run-fleet';
import { Stack } from '../support/start-stack';
import { waitFor } from '../support/wait-for';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ searchAttributes: false });
});

afterAll(async () => {
  await stack.stop();
});

describe('a worker', () => {
  it('does not start where the search attributes are missing, and says what registers them', async () => {
    const { code, stderr } = await runCommand(stack, ['worker']);
    expect(code).not.toBe(0);
    expect(stderr).toContain('FleetState');
    expect(stderr).toContain('lightsail-fleet init');
  });

  it('starts after init, which may be run again', async () => {
    expect(await runCommand(stack, ['init'])).toMatchObject({ code: 0 });
    expect(await runCommand(stack, ['init'])).toMatchObject({ code: 0 });
    await stack.startWorker();
    expect(await (await startFleet(stack, fleetRequest())).outcome()).toMatchObject({ status: 'ready' });
  });

  it('plans 200 instances, in a Region that holds 1,000, with at most 15 calls, also the first time', async () => {
    await stack.worker?.kill();
    const names = Array.from({ length: 1000 }, (_, index) => `busy-${String(index)}`);
    await stack.control.putWorld({
      instances: names.map((name) => ({ region: 'us-east-1', name })),
      quotas: { instances: 5000, vcpus: 5000 },
    });
    await stack.startWorker();
    const calls = async () => (await stack.control.ledger()).flatMap(({ action }) => action ?? []);
    await waitFor({
      what: 'the worker knows Regions and bundles',
      condition: async () => (await calls()).length === 2,
    });
    const { instanceNames: _, ...request } = fleetRequest();
    const fleet = { nameTemplate: 'web-{index:03}', count: 200 };
    await stack.client.workflow.execute('planFleet', {
      workflowId: 'plan-of-200',
      taskQueue: 'lightsail-fleet',
      args: [{ ...request, fleet }],
    });
    expect((await calls()).slice(2).length).toBeLessThanOrEqual(15);
  });

  it('that is told to stop twice ends at once, and not as if all were well', async () => {
    await stack.control.reset();
    // A create that is out is waited for after the first signal.
    await stack.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect: 'stall', seconds: 400 }]);
    await startFleet(stack, fleetRequest());
    await waitFor({
      what: 'the create is out',
      condition: async () => (await stack.control.ledger()).some(({ effect }) => effect === 'stall'),
    });
    // Two different ones: the system may deliver two of the same as one.
    stack.worker?.signal('SIGTERM');
    stack.worker?.signal('SIGINT');
    const exit = await stack.worker?.exited;
    expect(exit?.code).not.toBe(0);
  });

  it('refuses an environment with all of its problems in one error, and starts nothing', async () => {
    const { code, stderr } = await runCommand(stack, ['worker'], {
      FLEET_POLL_SECONDS: 'often',
      LOG_LEVEL: 'loud',
    });
    expect(code).toBe(2);
    expect(stderr).toContain('FLEET_POLL_SECONDS: expected a number');
    expect(stderr).toContain('LOG_LEVEL: expected trace');
  });
});
