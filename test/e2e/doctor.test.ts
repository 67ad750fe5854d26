import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { CheckResult } from '../../src/cli/doctor/check';
import { runCommand } from '../support/run-command';
import { Stack } from '../support/start-stack';
import { waitFor } from '../support/wait-for';

/** Nobody asks the machine's own metadata service, and no file of the machine is read. */
const NO_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: '',
  AWS_SECRET_ACCESS_KEY: '',
  AWS_EC2_METADATA_DISABLED: 'true',
};

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.startWorker();
});

afterAll(async () => {
  await stack.stop();
});

afterEach(async () => {
  await stack.control.putWorld({});
  await stack.control.putSettings({ clockSkewSeconds: 0 });
});

interface Seen {
  exitCode: number | null;
  seconds: number;
  checks: Record<string, CheckResult>;
}

async function runDoctor(args: string[] = [], env: Record<string, string> = {}): Promise<Seen> {
  const startedAt = Date.now();
  const { code, stdout, stderr } = await runCommand(stack, ['doctor', '--json', ...args], env);
  expect(stderr).toBe('');
  const { checks, exitCode } = JSON.parse(stdout) as { checks: CheckResult[]; exitCode: number };
  expect(exitCode).toBe(code);
  expect(checks).toHaveLength(15);
  expect(stdout).not.toContain(stack.env['AWS_SECRET_ACCESS_KEY']);
  const seconds = (Date.now() - startedAt) / 1000;
  return { exitCode: code, seconds, checks: Object.fromEntries(checks.map((one) => [one.check, one])) };
}

/** The checks that are not `ok`, with their status. */
function troubles({ checks }: Seen): Record<string, string> {
  const entries = Object.values(checks).map(({ check, status }) => [check, status]);
  // Which Node the tests run on is not their subject.
  return Object.fromEntries(entries.filter(([check, status]) => status !== 'ok' && check !== 'Node'));
}

/** Of every run here: the simulator is not AWS, and nobody has said where the UI is. */
const AS_EVER = { 'Temporal UI': 'warning', 'AWS endpoint': 'warning' };

describe('doctor', () => {
  it('finds nothing wrong where nothing is, and says that this is not AWS', async () => {
    const seen = await runDoctor(['--worker']);
    expect([seen.exitCode, troubles(seen)]).toEqual([0, AS_EVER]);
    const { checks } = seen;
    expect(checks['AWS endpoint']?.message).toContain(
      `${stack.simulator.url} (from AWS_ENDPOINT_URL_LIGHTSAIL), which is not the real AWS`,
    );
    expect(checks['AWS account']?.message).toContain('123456789012');
    expect(checks['AWS credentials']?.message).toBe('AWS_ACCESS_KEY_ID of the environment');
    expect(checks['versions']?.message).toMatch(/this command (\S+), workers \1, Temporal 1\./);
  });

  it('prints one line a check and a last one that counts', async () => {
    const { stdout } = await runCommand(stack, ['doctor']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(16);
    expect(lines.at(-1)).toMatch(/^15 checks: 1\d ok, \d warnings, 0 wrong, 0 skipped$/);
    expect(lines[3]).toMatch(/^ok {7}Temporal server: 127\.0\.0\.1:\d+ \(from TEMPORAL_ADDRESS\) answers/);
  });

  it('tells that Temporal does not answer, within 5 s, and looks at the rest', async () => {
    const silent = await listenSilently();
    const { port } = silent.address() as AddressInfo;
    const seen = await runDoctor(['--address', `127.0.0.1:${String(port)}`]);
    silent.close();
    expect(seen.exitCode).toBe(4);
    expect(troubles(seen)).toEqual({
      ...AS_EVER,
      'Temporal server': 'wrong',
      namespace: 'skipped',
      'search attributes': 'skipped',
      worker: 'skipped',
      versions: 'skipped',
    });
    expect(seen.checks['Temporal server']?.message).toContain(`127.0.0.1:${String(port)} (from --address;`);
    expect(seen.seconds).toBeLessThan(9);
  });

  it('tells which namespaces there are when the one that is asked for is not', async () => {
    const seen = await runDoctor([], { TEMPORAL_NAMESPACE: 'defualt' });
    expect([seen.exitCode, seen.checks['namespace']]).toMatchObject([
      2,
      { status: 'wrong', message: 'defualt (from TEMPORAL_NAMESPACE) is not on the server' },
    ]);
    expect(seen.checks['namespace']?.mend).toContain('one that is there (default');
  });

  it('tells that search attributes are missing in a fresh namespace, and that init registers them', async () => {
    await stack.client.workflowService.registerNamespace({
      namespace: 'fresh',
      workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
    });
    const ask = () => runDoctor(['--namespace', 'fresh']);
    const seen = await waitFor({
      what: 'the server knows the new namespace everywhere',
      condition: async () => {
        const found = await ask();
        return found.checks['search attributes']?.status === 'wrong' && found;
      },
    });
    expect(seen.exitCode).toBe(2);
    expect(seen.checks['search attributes']).toMatchObject({
      message: expect.stringContaining('FleetState, FleetRegion, FleetSource, FleetGroup, FleetSize'),
      mend: 'lightsail-fleet init',
    });
    expect((await runCommand(stack, ['init', '--namespace', 'fresh'])).code).toBe(0);
    await waitFor({
      what: 'they are registered',
      condition: async () => (await ask()).checks['search attributes']?.status === 'ok',
    });
  });

  it('tells that no worker polls; where one is to run that is a warning', async () => {
    const env = { FLEET_TASK_QUEUE: 'nobody-polls-this' };
    const [seen, before] = await Promise.all([runDoctor([], env), runDoctor(['--worker'], env)]);
    expect([seen.exitCode, seen.checks['worker']]).toMatchObject([
      4,
      { status: 'wrong', message: expect.stringContaining('nobody polls task queue nobody-polls-this') },
    ]);
    expect([before.exitCode, before.checks['worker']]).toMatchObject([0, { status: 'warning' }]);
  });

  it('tells every variable at fault', async () => {
    const seen = await runDoctor([], { FLEET_POLL_SECONDS: 'often', AWS_REGION: 'nowhere' });
    expect([seen.exitCode, seen.checks['environment']?.message]).toEqual([
      2,
      expect.stringMatching(/FLEET_POLL_SECONDS.*; AWS_REGION/),
    ]);
  });

  it('passes over missing credentials where no worker runs, and not where one does', async () => {
    const [seen, worker] = await Promise.all([
      runDoctor([], NO_CREDENTIALS),
      runDoctor(['--worker'], NO_CREDENTIALS),
    ]);
    const skipped = { 'AWS answer': 'skipped', 'AWS permissions': 'skipped', 'AWS account': 'skipped' };
    const rest = { ...AS_EVER, ...skipped, clock: 'skipped' };
    expect([seen.exitCode, troubles(seen)]).toEqual([0, { ...rest, 'AWS credentials': 'skipped' }]);
    expect([worker.exitCode, troubles(worker)]).toEqual([2, { ...rest, 'AWS credentials': 'wrong' }]);
  });

  it('tells that credentials are refused', async () => {
    const seen = await runDoctor(['--worker'], { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLESTRANGER' });
    expect([seen.exitCode, seen.checks['AWS answer']]).toMatchObject([
      2,
      { status: 'wrong', message: expect.stringContaining('UnrecognizedClientException') },
    ]);
  });

  it('names every denied permission', async () => {
    const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = stack.env;
    const Action = ['lightsail:GetRegions', 'lightsail:GetInstances', 'lightsail:GetBundles'];
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] };
    await stack.control.putWorld({ credentials: [{ accessKeyId, secretAccessKey, policy }] });
    const seen = await runDoctor(['--worker']);
    expect([seen.exitCode, seen.checks['AWS permissions']]).toMatchObject([2, { status: 'wrong' }]);
    for (const action of ['GetDisks', 'GetKeyPairs', 'GetOperations', 'GetInstanceSnapshot'])
      expect(seen.checks['AWS permissions']?.message).toContain(`lightsail:${action}`);
    expect(seen.checks['AWS permissions']?.message).not.toContain('GetInstances');
  });

  it.each([
    [90, 'warning', 0],
    [-400, 'wrong', 2],
  ])('tells that the clock is off by %s s: %s', async (clockSkewSeconds, status, exitCode) => {
    await stack.control.putSettings({ clockSkewSeconds });
    const seen = await runDoctor(['--worker']);
    expect([seen.exitCode, seen.checks['clock']?.status]).toEqual([exitCode, status]);
    expect(seen.checks['clock']?.message).toMatch(clockSkewSeconds > 0 ? /behind AWS/ : /ahead of AWS/);
  });

  it('tells that AWS does not answer', async () => {
    const seen = await runDoctor(['--worker'], { AWS_ENDPOINT_URL_LIGHTSAIL: 'http://127.0.0.1:1' });
    expect([seen.exitCode, seen.checks['AWS answer']]).toMatchObject([4, { status: 'wrong' }]);
  });
});

/** Takes connections, and never says a word: what a wrong port or a lost server often is. */
async function listenSilently(): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => undefined));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
