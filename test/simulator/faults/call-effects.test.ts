import {
  CreateInstancesFromSnapshotCommand,
  DeleteInstanceCommand,
  GetInstanceCommand,
  GetInstancesCommand,
} from '@aws-sdk/client-lightsail';
import { CALL_EFFECTS } from '../../../src/simulator/faults/fault-plan';
import { createRequest } from '../support/create-request';
import { SimulatorUnderTest } from '../support/simulator-under-test';

const create = (): CreateInstancesFromSnapshotCommand =>
  new CreateInstancesFromSnapshotCommand(createRequest());

describe('faults that strike a call', () => {
  let simulator: SimulatorUnderTest;
  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start();
  });
  beforeEach(() => simulator.control('POST', 'reset'));
  afterAll(() => simulator.close());

  const exists = async (name: string): Promise<boolean> => {
    const { instances } = await simulator.client().send(new GetInstancesCommand({}));
    return instances?.some((instance) => instance.name === name) ?? false;
  };
  const lastCall = async (action: string): Promise<object | undefined> =>
    (await simulator.ledger()).filter((row) => row.action === action).at(-1);

  it.each([
    ['throttle', 'ThrottlingException', 400],
    ['server-error', 'ServiceException', 500],
    ['denied', 'AccessDeniedException', 400],
    ['quota', 'InvalidInputException', 400],
  ])('%s answers with %s once, and nothing is made', async (effect, name, httpStatusCode) => {
    await simulator.faults([{ action: 'CreateInstancesFromSnapshot', effect }]);
    const client = simulator.client();
    await expect(client.send(create())).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
    expect(await exists('web-1')).toBe(false);
    expect(await lastCall('CreateInstancesFromSnapshot')).toMatchObject({
      effect,
      errorType: name,
      status: httpStatusCode,
    });
    await client.send(create());
    expect(await exists('web-1')).toBe(true);
  });

  it('errorCode and errorDetails put another error in the place of the usual one', async () => {
    await simulator.faults([
      { effect: 'denied', errorCode: 'UnauthenticatedException', errorDetails: 'who are you?' },
    ]);
    await expect(simulator.client().send(new GetInstancesCommand({}))).rejects.toMatchObject({
      name: 'UnauthenticatedException',
      message: 'who are you?',
    });
  });

  it('the ledger names every effect: one takes the answer, another holds the instance', async () => {
    await simulator.faults([
      { action: 'CreateInstancesFromSnapshot', effect: 'reset-after' },
      { action: 'CreateInstancesFromSnapshot', effect: 'operation-stuck', name: 'web-1' },
    ]);
    await expect(simulator.client().send(create())).rejects.toThrow();
    expect(await lastCall('CreateInstancesFromSnapshot')).toMatchObject({
      effect: 'reset-after,operation-stuck',
    });
  });

  it('not-json answers with a page of HTML, and nothing is made', async () => {
    await simulator.faults([{ effect: 'not-json' }]);
    await expect(simulator.client().send(create())).rejects.toMatchObject({ name: 'SyntaxError' });
    expect(await exists('web-1')).toBe(false);
  });

  it('reset-before loses the connection, and nothing is made', async () => {
    await simulator.faults([{ effect: 'reset-before' }]);
    await expect(simulator.client().send(create())).rejects.toThrow(/ECONNRESET/);
    expect(await exists('web-1')).toBe(false);
    expect(await lastCall('CreateInstancesFromSnapshot')).toMatchObject({
      effect: 'reset-before',
      status: null,
    });
  });

  it('reset-after loses the connection, and all is made', async () => {
    await simulator.faults([{ effect: 'reset-after' }]);
    await expect(simulator.client().send(create())).rejects.toThrow(/ECONNRESET/);
    expect(await exists('web-1')).toBe(true);
    await expect(simulator.client().send(create())).rejects.toMatchObject({
      name: 'InvalidInputException',
      code: 'NameExists',
      message: 'Some names are already in use: web-1',
    });
  });

  it.each([
    [false, false],
    [true, true],
  ])('stall never answers; with done %s the work is done: %s', async (done, made) => {
    await simulator.settings({ speed: 1000 });
    await simulator.faults([{ action: 'CreateInstancesFromSnapshot', effect: 'stall', seconds: 100, done }]);
    await expect(simulator.client().send(create())).rejects.toThrow();
    expect(await exists('web-1')).toBe(made);
  });

  it('slow does the work at once and answers late', async () => {
    await simulator.settings({ speed: 1000 });
    await simulator.faults([{ effect: 'slow', seconds: 200 }]);
    const started = performance.now();
    await simulator.client().send(create());
    // 200 virtual seconds at 1,000 a second; node's timers may fire a millisecond early.
    expect(performance.now() - started).toBeGreaterThanOrEqual(199);
  });

  it('delete-refused refuses as many deletions as it says', async () => {
    const client = simulator.client();
    await simulator.faults([{ name: 'somebody-elses', times: 2, effect: 'delete-refused' }]);
    const remove = new DeleteInstanceCommand({ instanceName: 'somebody-elses' });
    await expect(client.send(remove)).rejects.toMatchObject({ name: 'OperationFailureException' });
    await expect(client.send(remove)).rejects.toMatchObject({ name: 'OperationFailureException' });
    expect((await client.send(remove)).operations).toHaveLength(1);
  });

  it('nth is the first matching call that is struck; calls of others do not count', async () => {
    const client = simulator.client();
    await simulator.faults([{ action: 'GetInstance', name: 'somebody-elses', nth: 2, effect: 'throttle' }]);
    const read = new GetInstanceCommand({ instanceName: 'somebody-elses' });
    await client.send(new GetInstancesCommand({}));
    await expect(client.send(new GetInstanceCommand({ instanceName: 'nobody' }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
    await client.send(read);
    await expect(client.send(read)).rejects.toMatchObject({ name: 'ThrottlingException' });
    await client.send(read);
  });

  it('chance is the same for the same seed and the same calls, and another for another seed', async () => {
    const run = async (seed: number): Promise<string> => {
      await simulator.control('POST', 'reset');
      await simulator.faults(
        [{ action: 'GetInstances', probability: 0.5, times: 1000, effect: 'throttle' }],
        seed,
      );
      const client = simulator.client();
      let outcomes = '';
      for (let call = 0; call < 32; call++) {
        outcomes += await client.send(new GetInstancesCommand({})).then(
          () => '.',
          () => 'x',
        );
      }
      return outcomes;
    };
    const first = await run(7);
    expect(await run(7)).toBe(first);
    expect(await run(8)).not.toBe(first);
    expect(first).toContain('x');
    expect(first).toContain('.');
  });

  it('every effect has a test here', () => {
    expect([...CALL_EFFECTS].sort()).toEqual(
      [
        'throttle',
        'server-error',
        'denied',
        'quota',
        'not-json',
        'reset-before',
        'reset-after',
        'stall',
        'slow',
        'delete-refused',
      ].sort(),
    );
  });
});
