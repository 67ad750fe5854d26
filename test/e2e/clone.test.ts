import { TAG_KEYS } from '../../src/contract/tags';
import { Account } from '../support/account';
import { fleetRequest } from '../support/fleet-request';
import { closedSchemaCheck } from '../support/json-schema-check';
import { startFleet } from '../support/run-fleet';
import { Stack } from '../support/start-stack';

/** A rollback that may not delete goes on for its `rollbackMinutes`, of which the least is one. */
const ROLLBACK_MILLIS = 120_000;

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

afterEach(async () => {
  await stack.control.reset();
});

describe('a fleet', () => {
  it('ends ready, with every instance running, addressed and tagged as ours', async () => {
    const request = fleetRequest({
      names: ['web-01', 'web-02', 'web-03'],
      tags: [{ key: 'team', value: 'web' }],
      keyPairName: 'ops',
    });
    const fleet = await startFleet(stack, request);
    const outcome = await fleet.outcome();
    expect(outcome).toMatchObject({ status: 'ready' });
    if (outcome.status !== 'ready') return;

    const { result } = outcome;
    expect(result.instances.map(({ name }) => name)).toEqual(['web-01', 'web-02', 'web-03']);
    expect(result).toMatchObject({ fleetId: fleet.id, region: 'us-east-1', replaced: 0, removed: 0 });
    expect(result.monthlyPriceUsd).toBeGreaterThan(0);
    const instances = await account.instances();
    for (const { name, publicIpAddress, arn } of result.instances) {
      const instance = instances.find((candidate) => candidate.name === name);
      expect(instance).toMatchObject({ publicIpAddress, arn, state: { name: 'running' }, sshKeyName: 'ops' });
      expect(instance?.tags).toEqual(
        expect.arrayContaining([
          { key: 'team', value: 'web' },
          { key: TAG_KEYS.ownerId, value: result.ownerId },
          { key: TAG_KEYS.fleetId, value: fleet.id },
        ]),
      );
    }
    const creates = (await stack.control.ledger()).filter(
      (row) => row.action === 'CreateInstancesFromSnapshot',
    );
    expect(creates).toHaveLength(1);
  });

  it('tells the Temporal UI what it is: a table, and what each query and update is for', async () => {
    const fleet = await startFleet(stack, fleetRequest());
    await fleet.outcome();
    const handle = stack.client.workflow.getHandle(fleet.id);
    const metadata = await handle.query<{ currentDetails: string; definition: unknown }>(
      '__temporal_workflow_metadata',
    );
    expect(metadata.currentDetails).toContain('### ready: 3 of 3 ready');
    expect(metadata.definition).toMatchObject({
      queryDefinitions: expect.arrayContaining([
        { name: 'progress', description: expect.stringMatching(/./) },
      ]),
      updateDefinitions: [{ name: 'awaitPlan', description: expect.stringMatching(/./) }],
    });
    expect((await handle.describe()).typedSearchAttributes.getAll()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: 'ready' }),
        expect.objectContaining({ value: 'golden' }),
      ]),
    );
  });

  it('splits into batches, and each name is created once', async () => {
    const request = fleetRequest({
      fleet: { nameTemplate: 'web-{index:02}', count: 7, batchSize: 2 },
      instanceNames: undefined,
    });
    const outcome = await (await startFleet(stack, request)).outcome();
    expect(outcome).toMatchObject({ status: 'ready' });
    const creates = (await stack.control.ledger()).filter(
      (row) => row.action === 'CreateInstancesFromSnapshot',
    );
    expect(creates).toHaveLength(4);
    expect(await account.billedNames()).toHaveLength(7);
  });

  it('takes names that look like a batch of others', async () => {
    const names = ['web-1', 'web-2', 'web-1..web-2', 'web-3'];
    const outcome = await (
      await startFleet(stack, fleetRequest({ names, fleet: { batchSize: 2 } }))
    ).outcome();
    expect(outcome).toMatchObject({
      status: 'ready',
      result: { instances: names.map((name) => ({ name })) },
    });
    const odd = ['x-1', 'x-2', 'x-1..x-2'];
    expect(
      await (await startFleet(stack, fleetRequest({ names: odd, fleet: { batchSize: 2 } }))).outcome(),
    ).toMatchObject({ status: 'ready' });
  });

  it('leaves nothing behind when one operation fails, and names the instance and its error', async () => {
    await stack.control.putFaults([
      { name: 'web-02', effect: 'operation-fails', errorCode: 'InternalError' },
    ]);
    const outcome = await (await startFleet(stack, fleetRequest())).outcome();
    expect(outcome).toMatchObject({
      status: 'failed',
      type: 'OperationFailed',
      message: expect.stringMatching(
        /^1 of 3 instances could not be made: web-02: .*\. Rolled back: nothing is left$/,
      ),
      details: { instances: [{ name: 'web-02', errorCode: 'InternalError' }] },
    });
    expect(await account.billedNames()).toEqual([]);
  });

  it('removes the disks that its instances would leave behind', async () => {
    await stack.control.putFaults([{ name: 'web-03', effect: 'operation-fails' }]);
    const request = fleetRequest({
      instanceSnapshotName: 'golden-with-disk',
      attachedDiskMapping: { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] },
    });
    const outcome = await (await startFleet(stack, request)).outcome();
    expect(outcome).toMatchObject({ status: 'failed', type: 'OperationFailed' });
    expect(await account.billedNames()).toEqual([]);
  });

  it('makes each instance once when the answer to its create is lost', async () => {
    await stack.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect: 'reset-after' }]);
    const outcome = await (await startFleet(stack, fleetRequest())).outcome();
    expect(outcome).toMatchObject({ status: 'ready' });
    expect(await account.billedNames()).toEqual(['web-01', 'web-02', 'web-03']);
  });

  it.each(['throttle', 'server-error', 'not-json', 'reset-before', 'late-appearance'])(
    'ends ready after a create that met %s',
    async (effect) => {
      await stack.control.putFaults([{ action: 'CreateInstancesFromSnapshot', effect, seconds: 20 }]);
      const outcome = await (await startFleet(stack, fleetRequest())).outcome();
      expect(outcome).toMatchObject({ status: 'ready' });
      expect(await account.billedNames()).toEqual(['web-01', 'web-02', 'web-03']);
    },
  );

  it(
    'says loudly what it could not remove, and how to finish',
    async () => {
      await stack.control.putFaults([
        { name: 'web-02', effect: 'operation-fails' },
        { name: 'web-03', action: 'DeleteInstance', effect: 'denied', times: 1000 },
      ]);
      const request = fleetRequest({ fleet: { limits: { rollbackMinutes: 1 } } });
      const outcome = await (await startFleet(stack, request)).outcome();
      expect(outcome).toMatchObject({
        status: 'failed',
        type: 'RollbackIncomplete',
        message: expect.stringMatching(/1 resource is still there and billed \(web-03\)/),
        details: {
          survivors: [{ resourceType: 'Instance', name: 'web-03' }],
          cause: { type: 'OperationFailed' },
        },
      });
      if (outcome.status !== 'failed') return;
      expect(closedSchemaCheck('FleetFailureDetails')(outcome.details)).toEqual([]);
      expect(await account.billedNames()).toEqual(['web-03']);
    },
    ROLLBACK_MILLIS,
  );

  it('never touches an instance of the same name that is not ours', async () => {
    const outcome = await (
      await startFleet(stack, fleetRequest({ names: ['web-01', 'somebody-elses'] }))
    ).outcome();
    expect(outcome).toMatchObject({
      status: 'failed',
      type: 'PreflightFailed',
      details: {
        problems: [{ path: 'instanceNames[1]', message: 'name "somebody-elses" is in use by an instance' }],
      },
    });
    expect(await account.billedNames()).toEqual([]);
  });
});
