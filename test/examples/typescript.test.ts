import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloneFleetInput, FleetEvent } from '../../src/client';
import { startChild, type StartedChild } from '../../src/dev-stack/child-process';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import { Account } from '../support/account';
import { runProcess } from '../support/run-process';
import { Stack } from '../support/start-stack';
import { EXAMPLES } from './support/examples';

const ROOT = findPackageRoot(__dirname);
const SOURCE = join(EXAMPLES, 'typescript');

let stack: Stack;
let account: Account;
let folder: string;
let service: StartedChild<number> | undefined;

/** As `npm install` would lay it: the package is found by its name, through its own list of entries. */
async function install(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'fleet-service-'));
  await cp(SOURCE, folder, { recursive: true });
  await mkdir(join(folder, 'node_modules', '@types'), { recursive: true });
  await symlink(ROOT, join(folder, 'node_modules', 'lightsail-fleet'));
  await symlink(join(ROOT, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'));
}

beforeAll(async () => {
  stack = await Stack.start();
  account = new Account(stack);
  await install();
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const [compiled] = await Promise.all([
    runProcess({ command: process.execPath, args: [tsc, '-p', folder, '--pretty', 'false'] }),
    stack.startWorker(),
  ]);
  expect(compiled).toEqual({ code: 0, stdout: '', stderr: '' });
  service = await startChild({
    name: 'the service',
    command: process.execPath,
    args: [join(folder, 'dist', 'main.js')],
    env: { ...stack.env, PORT: '0' },
    readyWhen: (line) => (JSON.parse(line) as { listening: { port: number } }).listening.port,
    limitSeconds: 30,
  });
}, 120_000);

afterAll(async () => {
  account.close();
  await service?.kill();
  await stack.stop();
  await rm(folder, { recursive: true, force: true });
});

const call = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`http://127.0.0.1:${String(service?.value)}${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });

async function request(change: Partial<CloneFleetInput> = {}): Promise<CloneFleetInput> {
  const text = await readFile(join(EXAMPLES, 'request.json'), 'utf8');
  return { ...(JSON.parse(text) as CloneFleetInput), ...change };
}

async function eventsOf(fleetId: string): Promise<FleetEvent[]> {
  const text = await (await call('GET', `/fleets/${fleetId}/events`)).text();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FleetEvent);
}

describe('examples/typescript', () => {
  it('starts a fleet once, however often it is asked to, follows it and deletes it', async () => {
    const body = { id: 'whole', request: await request() };
    const [one, two] = await Promise.all([call('POST', '/fleets', body), call('POST', '/fleets', body)]);
    expect([one.status, two.status]).toEqual([202, 202]);
    expect(one.headers.get('location')).toBe('/fleets/whole');
    const { plan } = (await one.json()) as { plan: { instanceCount: number; ownerId: string } };
    expect(plan).toMatchObject({ fleetId: 'whole', instanceCount: 3 });
    expect(await two.json()).toMatchObject({ plan: { ownerId: plan.ownerId } });

    const events = await eventsOf('whole');
    expect(events.at(-1)).toMatchObject({ kind: 'ended', outcome: { kind: 'ready' } });
    expect(await (await call('GET', '/fleets/whole')).json()).toMatchObject({
      outcome: { kind: 'ready', result: { instances: [{ name: 'web-01' }, {}, {}] } },
    });
    expect(await account.billedNames()).toEqual(['web-01', 'web-02', 'web-03']);

    const again = await call('POST', '/fleets', body);
    expect({ status: again.status, body: await again.json() }).toMatchObject({
      status: 409,
      body: { type: 'FleetExistsError' },
    });

    const deleted = await call('DELETE', '/fleets/whole');
    expect({ status: deleted.status, body: await deleted.json() }).toEqual({
      status: 200,
      body: { removed: 3 },
    });
    expect(await account.billedNames()).toEqual([]);
  });

  it('refuses another request under the id of a fleet that runs, and cancels it', async () => {
    // It goes on until it is cancelled, however slow the machine is.
    await stack.control.putFaults([{ name: 'web-01', effect: 'operation-stuck' }]);
    const body = { id: 'cancelled', request: await request() };
    expect((await call('POST', '/fleets', body)).status).toBe(202);
    const other = { id: 'cancelled', request: await request({ bundleId: 'small_3_0' }) };
    const refused = await call('POST', '/fleets', other);
    expect({ status: refused.status, body: await refused.json() }).toMatchObject({
      status: 409,
      body: { type: 'FleetConflictError' },
    });
    expect((await call('DELETE', '/fleets/cancelled')).status).toBe(202);
    expect((await eventsOf('cancelled')).at(-1)).toMatchObject({ outcome: { kind: 'cancelled' } });
    expect(await account.billedNames()).toEqual([]);
  });

  it.each<[string, number, unknown, object]>([
    ['no JSON', 400, '{', { type: 'SyntaxError' }],
    [
      'a request that breaks the schema',
      400,
      { request: { fleet: { count: 0 } } },
      {
        type: 'InvalidRequest',
        problems: expect.arrayContaining([expect.objectContaining({ path: 'fleet.count' })]),
      },
    ],
    [
      'a request that the account cannot fulfil',
      422,
      {
        request: {
          instanceNames: ['a-1', 'a-2'],
          instanceSnapshotName: 'nowhere',
          availabilityZone: 'us-east-1a',
          bundleId: 'nano_3_0',
        },
      },
      { type: 'PreflightFailed', problems: [expect.objectContaining({ path: 'instanceSnapshotName' })] },
    ],
  ])('answers %s with %i and what is wrong', async (_what, status, body, answer) => {
    const response = await call('POST', '/fleets', body);
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: answer });
  });

  it('knows no fleet that is not there', async () => {
    for (const path of ['/fleets/nobody', '/fleets/nobody/events'])
      expect((await call('GET', path)).status).toBe(404);
    expect((await call('DELETE', '/fleets/nobody')).status).toBe(404);
    expect((await call('PUT', '/fleets/nobody')).status).toBe(405);
  });

  it('ends in order when it is told to', async () => {
    expect((await service?.stop())?.code).toBe(0);
  });
});
