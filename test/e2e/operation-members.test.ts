import { GetOperationCommand, LightsailClient, type Operation } from '@aws-sdk/client-lightsail';
import { fleetRequest } from '../support/fleet-request';
import { startFleet, type RunningFleet } from '../support/run-fleet';
import { OWNER_CREDENTIALS, Stack } from '../support/start-stack';

let stack: Stack;
let client: LightsailClient;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.startWorker();
  client = new LightsailClient({
    region: 'us-east-1',
    endpoint: stack.simulator.url,
    credentials: { ...OWNER_CREDENTIALS },
  });
});

afterAll(async () => {
  client.destroy();
  await stack.stop();
});

/** As AWS tells it now, times as JSON has them; not through any code of ours. */
async function operationOf(operationId: string | undefined): Promise<unknown> {
  const { operation } = await client.send(new GetOperationCommand({ operationId }));
  return JSON.parse(JSON.stringify(operation)) as Operation;
}

/** The results of an activity, as history has them. */
async function resultsIn(fleet: RunningFleet): Promise<string> {
  const { events } = await stack.client.workflow.getHandle(fleet.id).fetchHistory();
  return (events ?? [])
    .flatMap((event) => event.activityTaskCompletedEventAttributes?.result?.payloads ?? [])
    .map(({ data }) => Buffer.from(data ?? []).toString())
    .join('\n');
}

const MEMBERS = [
  ...['createdAt', 'id', 'isTerminal', 'location', 'operationDetails', 'operationType'],
  ...['resourceName', 'resourceType', 'status', 'statusChangedAt'],
];

describe('the Operation of an instance', () => {
  // @covers operation.createdAt operation.id operation.isTerminal operation.location
  // @covers operation.location.availabilityZone operation.location.regionName
  // @covers operation.operationDetails operation.operationType operation.resourceName
  // @covers operation.resourceType operation.status operation.statusChangedAt
  it('is in progress and in history with every member that AWS answered', async () => {
    const fleet = await startFleet(stack, fleetRequest({ names: ['op-01'] }));
    expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
    const [instance] = (await fleet.progress()).instances;
    expect(Object.keys(instance?.operation ?? {}).sort()).toEqual(MEMBERS);
    expect(instance?.operation).toEqual(await operationOf(instance?.operationId));
    const results = await resultsIn(fleet);
    for (const member of MEMBERS) expect(results.includes(`"${member}":`)).toBe(true);
  });

  // @covers operation.errorCode operation.errorDetails
  it('that failed is there with its error, also when the fleet is gone', async () => {
    await stack.control.putFaults([{ name: 'op-11', effect: 'operation-fails', errorCode: 'InternalError' }]);
    const fleet = await startFleet(stack, fleetRequest({ names: ['op-11'] }));
    expect(await fleet.outcome()).toMatchObject({ status: 'failed', type: 'OperationFailed' });
    const [instance] = (await fleet.progress()).instances;
    expect(instance?.operation).toMatchObject({ errorCode: 'InternalError', status: 'Failed' });
    expect(instance?.operation).toEqual(await operationOf(instance?.operationId));
    const results = await resultsIn(fleet);
    expect(results.includes('"errorCode":"InternalError"')).toBe(true);
    expect(results.includes('"errorDetails":')).toBe(true);
  });
});
