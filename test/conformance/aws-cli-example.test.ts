import { delimiter, join } from 'node:path';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import { SimulatorUnderTest } from '../simulator/support/simulator-under-test';
import { AWS_ENVIRONMENT } from './support/aws-cli';
import { describeWithPython } from './support/describe-with-python';
import type { ProcessRun } from '../support/run-process';
import { runProcess } from '../support/run-process';

/** A create takes a fifth of a second: the script's look every tenth is worth it. */
const SPEED = 100;

describeWithPython('examples/aws-cli/clone.sh', ({ directory, test }) => {
  let simulator: SimulatorUnderTest;

  const clone = (args: string[] = [], env: Record<string, string> = {}, input = ''): Promise<ProcessRun> =>
    runProcess({
      command: join(findPackageRoot(__dirname), 'examples', 'aws-cli', 'clone.sh'),
      args,
      env: {
        ...AWS_ENVIRONMENT,
        PATH: `${directory}${delimiter}${process.env['PATH'] ?? ''}`,
        AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url,
        POLL_SECONDS: '0.1',
        LIMIT_SECONDS: '60',
        ...env,
      },
      input,
    });

  const instanceNames = async (): Promise<string[]> => {
    const rows = await simulator.ledger();
    const changes = rows.filter(({ kind, resourceType }) => kind === 'change' && resourceType === 'Instance');
    const last = new Map(changes.map(({ resourceName = '', to }) => [resourceName, to]));
    return [...last].filter(([, to]) => to !== null).map(([name]) => name);
  };

  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start({ speed: SPEED });
  });

  afterAll(async () => simulator?.close());

  beforeEach(async () => {
    await simulator.control('POST', 'reset');
  });

  test('shows the addresses of what it made, and leaves nothing', async () => {
    const { code, stdout, stderr } = await clone(['web-1', 'web-2']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'creating web-1 web-2 from golden\ndeleting web-1\ndeleting web-2\n',
    });
    expect(stdout).toMatch(/^web-1\trunning\t[\d.]+\nweb-2\trunning\t[\d.]+\n$/);
    expect(await instanceNames()).toEqual([]);
  });

  test('says which operation failed, and leaves nothing either', async () => {
    await simulator.faults([{ effect: 'operation-fails', name: 'web-1', errorCode: 'InternalFailure' }]);
    const { code, stdout, stderr } = await clone(['web-1', 'web-2']);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('CreateInstancesFromSnapshot\tweb-1\tInternalFailure');
    expect(await instanceNames()).toEqual([]);
  });

  test('deletes nothing where the create was refused', async () => {
    const { code, stderr } = await clone(['somebody-elses']);
    expect(code).not.toBe(0);
    expect(stderr).toContain('Some names are already in use: somebody-elses');
    expect(stderr).not.toContain('deleting');
  });

  test('makes nothing at AWS unless a person says yes', async () => {
    const { code, stdout, stderr } = await clone([], { AWS_ENDPOINT_URL_LIGHTSAIL: '' }, 'no\n');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('AWS_ENDPOINT_URL_LIGHTSAIL is not set');
    expect(stderr).toContain('nothing was made');
  });
});
