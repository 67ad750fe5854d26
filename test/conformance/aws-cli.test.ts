import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATION_NAMES } from '../../src/simulator/operations/operation-names';
import { SimulatorUnderTest } from '../simulator/support/simulator-under-test';
import { waitFor } from '../support/wait-for';
import { runAws } from './support/aws-cli';
import { CLI_CALLS } from './support/cli-calls';
import { describeWithPython } from './support/describe-with-python';
import { CONFORMANCE } from './support/run-driver';

/** Fast enough that nobody waits, slow enough that a first look finds operations under way. */
const SPEED = 20;

describeWithPython('the AWS CLI', ({ directory, test }) => {
  let simulator: SimulatorUnderTest;

  const aws = async (...args: string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await runAws({ directory, url: simulator.url, args });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout);
  };

  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start();
  });

  afterAll(async () => simulator?.close());

  beforeEach(async () => {
    const world: unknown = JSON.parse(readFileSync(join(CONFORMANCE, 'world.json'), 'utf8'));
    expect((await simulator.control('PUT', 'world', world)).status).toBe(200);
    await simulator.control('POST', 'reset');
  });

  for (const operation of OPERATION_NAMES) {
    const { args, prepare, answer } = CLI_CALLS[operation];
    test(`drives ${operation}`, async () => {
      await prepare?.(simulator);
      const given = typeof args === 'function' ? await args(simulator.client()) : args;
      expect(await aws(...given)).toMatchObject(answer);
    });
  }

  test('creates from a request in a file, and waits for the operation by a query', async () => {
    await simulator.settings({ speed: SPEED });
    const request = {
      instanceNames: ['web-1', 'web-2'],
      instanceSnapshotName: 'golden',
      availabilityZone: 'us-east-1a',
      bundleId: 'nano_3_0',
      tags: [{ key: 'team', value: 'ours' }],
    };
    const ids = await aws(
      ...['create-instances-from-snapshot', '--cli-input-json', JSON.stringify(request)],
      ...['--query', 'operations[].id'],
    );
    expect(ids).toHaveLength(2);
    for (const id of ids as string[]) {
      await waitFor({
        what: `operation ${id}`,
        condition: async () =>
          (await aws('get-operation', '--operation-id', id, '--query', 'operation.status')) === 'Succeeded',
      });
    }
    const query = 'instances[?tags[?key==`team` && value==`ours`]].name';
    expect(await aws('get-instances', '--query', query)).toEqual(['source', 'web-1', 'web-2']);
  });

  test('shows the name and the text of an error, and ends as one', async () => {
    const args = ['get-instance', '--instance-name', 'not-there'];
    const { code, stderr } = await runAws({ directory, url: simulator.url, args });
    // 255 in version 1 of the CLI, 254 in version 2.
    expect([254, 255]).toContain(code);
    expect(stderr).toContain(
      'An error occurred (NotFoundException) when calling the GetInstance operation: The Instance does not exist: not-there',
    );
  });
});
