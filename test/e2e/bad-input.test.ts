import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { FleetFailureDetails } from '../../src/contract/failures';
import type { FleetPlan } from '../../src/contract/fleet-plan';
import { AWAIT_PLAN_UPDATE, DEFAULT_TASK_QUEUE } from '../../src/contract/names';
import type { CloneFleetInput } from '../../src/contract/clone-fleet-input';
import type { cloneFleet } from '../../src/workflows';
import { fleetRequest } from '../support/fleet-request';
import { runCommand } from '../support/run-command';
import { startFleet } from '../support/run-fleet';
import { Stack } from '../support/start-stack';
import { waitFor } from '../support/wait-for';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.startWorker();
  // What a worker reads when it starts is not what these tests ask about.
  await waitFor({
    what: 'the worker knows Regions and bundles',
    condition: async () => (await stack.control.ledger()).length === 2,
  });
  await stack.control.reset();
});

afterAll(async () => {
  await stack.stop();
});

afterEach(async () => {
  await stack.control.reset();
});

const nonsense: [what: string, input: unknown, problem: string][] = [
  ['nothing', undefined, 'required: expected an object, got nothing'],
  ['a string', 'nonsense', 'expected an object, got "nonsense"'],
  ['a number', 5, 'expected an object, got 5'],
  ['a list', [[1, 2]], 'expected an object, got a list of 1'],
  ['an unknown member', { ...fleetRequest(), colour: 'red' }, 'colour: unknown member'],
  [
    'a name that is none',
    fleetRequest({ names: ['web 4'] }),
    'instanceNames[0]: expected 2 to 255 characters',
  ],
  [
    'a member not honoured yet',
    { ...fleetRequest(), fleet: { keepLast: 2 } },
    'fleet.group: required beside fleet.keepLast',
  ],
];

describe('a bare start of the workflow', () => {
  it.each(nonsense)(
    'with %s fails as InvalidRequest, with nothing called at AWS',
    async (_what, input, problem) => {
      const outcome = await (await startFleet(stack, input)).outcome();
      expect(outcome).toMatchObject({
        status: 'failed',
        type: 'InvalidRequest',
        message: expect.stringContaining(problem),
      });
      expect(await stack.control.ledger()).toEqual([]);
    },
  );

  it.each([
    ['JSON that is none', 'json/plain', '{bad json'],
    ['an unknown encoding', 'weird', 'x'],
  ])('with %s fails, and never hangs on task retries', async (_what, encoding, data) => {
    const workflowId = `test-${randomUUID().slice(0, 8)}`;
    await stack.client.workflowService.startWorkflowExecution({
      namespace: 'default',
      workflowId,
      workflowType: { name: 'cloneFleet' },
      taskQueue: { name: DEFAULT_TASK_QUEUE },
      requestId: randomUUID(),
      input: { payloads: [{ metadata: { encoding: Buffer.from(encoding) }, data: Buffer.from(data) }] },
    });
    await expect(stack.client.workflow.getHandle(workflowId).result()).rejects.toMatchObject({
      cause: { type: 'InvalidRequest', message: expect.stringContaining('data that cannot be read') },
    });
  });

  it('reports every problem at once, in the message and as data', async () => {
    const outcome = await (await startFleet(stack, { instanceNames: ['a b'], x: 1 })).outcome();
    if (outcome.status !== 'failed') throw new Error(`expected a failure, got ${outcome.status}`);
    const details: FleetFailureDetails = outcome.details;
    expect(details.problems?.map(({ path }) => path)).toEqual([
      'instanceNames[0]',
      'availabilityZone',
      'bundleId',
      'x',
      'instanceSnapshotName',
    ]);
  });

  it('of a workflow type that is not there fails, and never hangs on task retries', async () => {
    const options = {
      workflowId: `test-${randomUUID().slice(0, 8)}`,
      taskQueue: DEFAULT_TASK_QUEUE,
      args: [fleetRequest()],
    };
    await expect(stack.client.workflow.execute('clonefleet', options)).rejects.toMatchObject({
      cause: {
        type: 'InvalidRequest',
        message: expect.stringContaining(
          'expected one of cloneFleet, planFleet, deleteFleet, sweepFleets, got "clonefleet"',
        ),
      },
    });
  });

  it('by an old-style cron schedule is refused, as its repeats would share one owner id', async () => {
    const handle = await stack.client.workflow.start('cloneFleet', {
      workflowId: `test-${randomUUID().slice(0, 8)}`,
      taskQueue: DEFAULT_TASK_QUEUE,
      cronSchedule: '@every 1s',
      args: [fleetRequest()],
    });
    const first = stack.client.workflow.getHandle(handle.workflowId, handle.firstExecutionRunId);
    // Not `result()`: a failed run of a cron schedule has a successor, which that would follow.
    const failure = await waitFor({
      what: 'the first run fails',
      condition: async () =>
        (await first.fetchHistory()).events?.at(-1)?.workflowExecutionFailedEventAttributes?.failure ??
        undefined,
    });
    expect(failure.applicationFailureInfo?.type).toBe('InvalidRequest');
    await stack.client.workflow.getHandle(handle.workflowId).terminate();
    expect(await stack.control.ledger()).toEqual([]);
  });
});

describe('the update awaitPlan, sent with the start', () => {
  const start = (input: unknown) =>
    new WithStartWorkflowOperation<typeof cloneFleet>('cloneFleet', {
      workflowId: `test-${randomUUID().slice(0, 8)}`,
      taskQueue: DEFAULT_TASK_QUEUE,
      workflowIdConflictPolicy: 'FAIL',
      args: [input as CloneFleetInput],
    });
  const awaitPlan = (startWorkflowOperation: ReturnType<typeof start>) =>
    stack.client.workflow.executeUpdateWithStart<typeof cloneFleet, FleetPlan, []>(AWAIT_PLAN_UPDATE, {
      startWorkflowOperation,
    });

  it.each([
    ['InvalidRequest', { nonsense: true }],
    ['PreflightFailed', fleetRequest({ bundleId: 'no_such_bundle' })],
  ])('is rejected with %s', async (type, input) => {
    await expect(awaitPlan(start(input))).rejects.toMatchObject({
      cause: { type, details: [{ problems: expect.any(Array) }] },
    });
  });

  it('answers with the plan before anything is made', async () => {
    const plan = await awaitPlan(start(fleetRequest()));
    expect(plan).toMatchObject({
      region: 'us-east-1',
      instanceCount: 3,
      batches: [{ id: 'web-01..web-03', instanceNames: ['web-01', 'web-02', 'web-03'] }],
      waitFor: 'running',
    });
    await stack.client.workflow.getHandle(plan.fleetId).result();
  });
});

describe('a request that the account would refuse', () => {
  it('is refused for a Region that is not there, and not for its credentials', async () => {
    const outcome = await (
      await startFleet(stack, fleetRequest({ availabilityZone: 'us-east-9z' }))
    ).outcome();
    expect(outcome).toMatchObject({
      status: 'failed',
      type: 'PreflightFailed',
      details: {
        problems: [{ path: 'availabilityZone', message: expect.stringContaining('no Region "us-east-9"') }],
      },
    });
  });

  it('is refused with all of its problems before anything is made', async () => {
    const request = fleetRequest({
      names: ['somebody-elses', 'ops'],
      instanceSnapshotName: 'no-such-snapshot',
      availabilityZone: 'us-east-1z',
      bundleId: 'no_such_bundle',
      keyPairName: 'no-such-key',
    });
    const outcome = await (await startFleet(stack, request)).outcome();
    if (outcome.status !== 'failed') throw new Error(`expected a failure, got ${outcome.status}`);
    expect(outcome.type).toBe('PreflightFailed');
    expect(outcome.details.problems?.map(({ path }) => path).sort()).toEqual([
      'availabilityZone',
      'bundleId',
      'instanceNames[0]',
      'instanceNames[1]',
      'instanceSnapshotName',
      'keyPairName',
    ]);
    const actions = (await stack.control.ledger())
      .filter((row) => row.kind === 'call')
      .map((row) => row.action);
    expect(actions.filter((action) => !action?.startsWith('Get'))).toEqual([]);
  });
});

describe('the command', () => {
  it.each([
    ['an unknown zone and no names', ['--snapshot', 'golden', '--zone', 'nowhere', '--bundle', 'nano_3_0']],
    ['an unknown flag', ['--snapshoot', 'golden']],
  ])('with %s exits with 2 and calls nothing', async (_what, flags) => {
    const { code, stderr } = await runCommand(stack, ['clone', ...flags, '--yes']);
    expect(stderr).not.toBe('');
    expect(code).toBe(2);
    expect(await stack.control.ledger()).toEqual([]);
  });

  it('clones with --json, one event a line, and exits with 0', async () => {
    const flags = ['--snapshot', 'golden', '--zone', 'us-east-1a', '--bundle', 'nano_3_0'];
    const { code, stdout } = await runCommand(stack, [
      'clone',
      ...flags,
      '--name',
      'web-{index}',
      '--count',
      '2',
      '--yes',
      '--json',
    ]);
    expect(code).toBe(0);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(events.length).toBeGreaterThan(1);
  });

  it('exits with 1 when the run failed and was rolled back', async () => {
    await stack.control.putFaults([
      { action: 'CreateInstancesFromSnapshot', name: 'web-1', effect: 'operation-fails', times: 2 },
    ]);
    const flags = ['--snapshot', 'golden', '--zone', 'us-east-1a', '--bundle', 'nano_3_0'];
    const { code, stderr } = await runCommand(stack, [
      'clone',
      ...flags,
      '--name',
      'web-{index}',
      '--count',
      '2',
      '--yes',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('Rolled back: nothing is left');
  });
});

describe('a second start with the same id', () => {
  it('makes no second fleet, while the first runs and after it is ready', async () => {
    const fleet = await startFleet(stack, fleetRequest(), 'the-one');
    await expect(startFleet(stack, fleetRequest(), 'the-one')).rejects.toThrow(/already started/i);
    expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
    const creates = (await stack.control.ledger()).filter(
      (row) => row.action === 'CreateInstancesFromSnapshot',
    );
    expect(creates).toHaveLength(1);
    const again = await runCommand(stack, [
      'clone',
      '--id',
      'the-one',
      ...['--snapshot', 'golden', '--zone', 'us-east-1a'],
      '--bundle',
      'nano_3_0',
      '--name',
      'other',
      '--yes',
    ]);
    expect(again.code).not.toBe(0);
    expect(
      (await stack.control.ledger()).filter((row) => row.action === 'CreateInstancesFromSnapshot'),
    ).toHaveLength(1);
  });
});
