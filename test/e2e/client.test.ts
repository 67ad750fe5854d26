import { connectFleetClient, FleetFailedError, type ConnectedFleetClient } from '../../src/client';
import { fleetRequest } from '../support/fleet-request';
import { startFleet, type RunningFleet } from '../support/run-fleet';
import { Stack } from '../support/start-stack';

let stack: Stack;
let fleets: ConnectedFleetClient;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.startWorker();
  fleets = await connectFleetClient({ env: stack.env });
});

afterAll(async () => {
  await fleets?.close();
  await stack.stop();
});

afterEach(async () => {
  await stack.control.reset();
});

describe('a client made from the environment', () => {
  it('knows where it is connected to', () => {
    const { address, namespace, taskQueue } = fleets;
    expect({ address, namespace, taskQueue }).toEqual({
      address: stack.temporal.address,
      namespace: 'default',
      taskQueue: 'lightsail-fleet',
    });
  });

  it('says where it looked for a server that is not there', async () => {
    const env = { TEMPORAL_ADDRESS: '127.0.0.1:1', FLEET_TASK_QUEUE: 'other' };
    await expect(connectFleetClient({ env })).rejects.toMatchObject({
      name: 'TemporalUnreachableError',
      message: expect.stringContaining('127.0.0.1:1 (from TEMPORAL_ADDRESS'),
    });
  });

  it('refuses an environment that it cannot use', async () => {
    await expect(connectFleetClient({ env: { FLEET_POLL_SECONDS: 'soon' } })).rejects.toMatchObject({
      name: 'ConfigError',
    });
  });
});

describe('a second start of a fleet that runs', () => {
  let running: RunningFleet;

  beforeEach(async () => {
    // It goes on until it is cancelled, however slow the machine is.
    await stack.control.putFaults([{ name: 'web-01', effect: 'operation-stuck' }]);
    running = await startFleet(stack, fleetRequest());
  });

  afterEach(async () => {
    await running.cancel();
    expect(await running.outcome()).toEqual({ status: 'cancelled' });
  });

  it('joins it, whatever the order of the members, also one that another language started', async () => {
    const { instanceNames, ...rest } = fleetRequest();
    const joined = await fleets.startFleet({ fleetId: running.id, request: { ...rest, instanceNames } });
    const { plan, runId } = await fleets.awaitPlan({ fleetId: running.id, request: fleetRequest() });
    expect(joined.runId).toBe(runId);
    expect(plan.ownerId).toBe(runId);
    expect((await running.progress()).ownerId).toBe(runId);
  });

  it('is told when it asks for something else, and changes nothing', async () => {
    const other = { fleetId: running.id, request: fleetRequest({ names: ['other-1'] }) };
    const conflict = { name: 'FleetConflictError', fleetId: running.id };
    await expect(fleets.startFleet(other)).rejects.toMatchObject(conflict);
    await expect(fleets.awaitPlan(other)).rejects.toMatchObject(conflict);
    expect((await running.progress()).instances.map(({ name }) => name)).toEqual(
      fleetRequest().instanceNames,
    );
  });
});

describe('a failure', () => {
  it('is told apart by its type, with what it is about', async () => {
    const request = fleetRequest({ names: ['web-01', 'somebody-elses'] });
    const error: unknown = await fleets.awaitPlan({ request }).catch((thrown: unknown) => thrown);
    if (!(error instanceof FleetFailedError)) throw new Error('expected a FleetFailedError');
    expect(error.type).toBe('PreflightFailed');
    expect(error.details?.problems).toMatchObject([{ path: 'instanceNames[1]' }]);
    await expect(fleets.planFleet({ request })).rejects.toMatchObject({ type: 'PreflightFailed' });
  });

  it('names what is left, which deleteFleet then removes', async () => {
    await stack.control.putFaults([{ name: 'web-02', effect: 'operation-fails' }]);
    const request = fleetRequest({ names: ['web-02', 'web-03'], fleet: { onFailure: 'keep' } });
    const { fleetId, runId } = await fleets.startFleet({ request });
    await expect(fleets.getResult({ fleetId })).rejects.toMatchObject({
      name: 'FleetFailedError',
      type: 'OperationFailed',
      details: {
        // In no order that anybody relies on.
        survivors: expect.arrayContaining([
          expect.objectContaining({ name: 'web-02' }),
          expect.objectContaining({ name: 'web-03' }),
        ]),
      },
    });
    const { result } = await fleets.deleteFleet({
      request: { fleetId, ownerId: runId, regions: ['us-east-1'] },
    });
    expect(result?.removed.map(({ name }) => name).sort()).toEqual(['web-02', 'web-03']);
  });

  it('of a fleet that was cancelled has a name of its own, and the fleet is listed', async () => {
    const { fleetId } = await fleets.awaitPlan({ request: fleetRequest() });
    await fleets.cancelFleet({ fleetId });
    await expect(fleets.getResult({ fleetId })).rejects.toMatchObject({ name: 'FleetCancelledError' });
    await expect(fleets.cancelFleet({ fleetId })).rejects.toMatchObject({ name: 'FleetNotRunningError' });
    const { fleets: listed } = await fleets.listFleets();
    expect(listed).toContainEqual(expect.objectContaining({ fleetId, status: 'cancelled' }));
    await expect(fleets.getFleet({ fleetId: 'nobody' })).rejects.toMatchObject({
      name: 'FleetNotFoundError',
    });
  });
});
