import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FleetEvent, ListFleetsResult } from '../../src/client';
import { TAG_KEYS } from '../../src/contract/tags';
import { fleetRequest } from '../support/fleet-request';
import type { Person } from '../support/person';
import { runCommand } from '../support/run-command';
import { startFleet } from '../support/run-fleet';
import { resetRun } from '../support/run-removal';
import { COMMAND, type Stack } from '../support/start-stack';
import { useWorld } from '../support/use-world';
import { waitFor } from '../support/wait-for';

/** A look at fleets: `list`, `show`, `watch`, as processes of their own against a real server. */

let stack: Stack;
let person: Person;

useWorld({
  prepare: (world) => {
    ({ stack, person } = world);
  },
});

async function list(...args: string[]): Promise<ListFleetsResult> {
  const { code, stdout, stderr } = await runCommand(stack, ['list', '--json', ...args]);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ListFleetsResult;
}

const idsOf = ({ fleets }: ListFleetsResult) => fleets.map(({ fleetId }) => fleetId).sort();

async function deletionIsVisible(id: string): Promise<void> {
  const query = `WorkflowId = '${id}' AND ExecutionStatus = 'Completed'`;
  await waitFor({
    what: `visibility holds the end of ${id}`,
    condition: async () => Number((await stack.client.workflow.count(query)).count) > 0,
  });
}

interface Watching {
  child: ChildProcessWithoutNullStreams;
  events: FleetEvent[];
  exited: Promise<number | null>;
  saw: (kind: FleetEvent['kind'], check?: (event: FleetEvent) => boolean) => Promise<unknown>;
}

const watchers: Watching[] = [];

function watch(fleetId: string): Watching {
  const child = spawn(process.execPath, [COMMAND, 'watch', '--json', fleetId], { env: stack.env });
  const events: FleetEvent[] = [];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    events.push(...lines.map((line) => JSON.parse(line) as FleetEvent));
  });
  const watching: Watching = {
    child,
    events,
    exited: new Promise((resolve) => child.once('close', resolve)),
    saw: (kind, check = () => true) =>
      waitFor({
        what: `watch tells ${kind}`,
        condition: () => events.some((event) => event.kind === kind && check(event)),
      }),
  };
  watchers.push(watching);
  return watching;
}

describe('fleets that have ended', () => {
  const GROUPED = { nameTemplate: '{index}', count: 1, group: 'nightly' };

  beforeAll(async () => {
    const requests = {
      'nightly-1': fleetRequest({ names: ['web-01'], fleet: { group: 'nightly' } }),
      'nightly-2': fleetRequest({ names: ['web-02'], fleet: { group: 'nightly' } }),
      'other-1': fleetRequest({ names: ['web-03'] }),
      refused: { fleet: GROUPED },
    };
    const started = await Promise.all(
      Object.entries(requests).map(([id, request]) => startFleet(stack, request, id)),
    );
    await Promise.all(started.map((fleet) => fleet.outcome()));
    await waitFor({
      what: 'visibility holds all of them',
      condition: async () => (await list('--state', 'ready')).fleets.length === 3,
    });
  });

  afterAll(async () => {
    await stack.control.reset();
  });

  it('are found by state, group, source, age and id, and by all of them together', async () => {
    expect(idsOf(await list())).toEqual(['nightly-1', 'nightly-2', 'other-1', 'refused']);
    expect(idsOf(await list('--state', 'rolled-back', '--state', 'planning'))).toEqual(['refused']);
    const both = ['--group', 'nightly', '--source', 'golden', '--region', 'us-east-1', '--since', '1h'];
    expect(idsOf(await list(...both, '--fleet-id', 'nightly-'))).toEqual(['nightly-1', 'nightly-2']);
    const [first] = (await list('--fleet-id', 'nightly-1')).fleets;
    expect(idsOf(await list('--owner', first?.runId ?? ''))).toEqual(['nightly-1']);
    expect(idsOf(await list('--until', '1h'))).toEqual([]);
    expect(idsOf(await list('--running'))).toEqual([]);
  });

  it('of a value with quotes are none, and nothing else either', async () => {
    for (const value of [
      `o'neil`,
      `golden' OR WorkflowType = 'cloneFleet`,
      String.raw`\' OR 1 = 1 OR 'x`,
      'say "hi"',
    ])
      expect(idsOf(await list('--source', value))).toEqual([]);
    const { code, stderr } = await runCommand(stack, ['list', '--source', `o'neil`]);
    expect(code).toBe(0);
    expect(stderr).toContain(`no fleet in namespace default matches --source o'neil`);
  });

  it('come in pages; the command that leads to the next is printed, and can be run as it stands', async () => {
    const seen: string[] = [];
    let args = ['list', '--limit', '3', '--since', '1h'];
    for (let page = 1; ; page++) {
      const { stdout, stderr } = await runCommand(stack, args);
      seen.push(
        ...stdout
          .split('\n')
          .slice(1, -1)
          .map((line) => line.split(' ')[0] ?? ''),
      );
      const next = /next page: lightsail-fleet (.*)/.exec(stderr)?.[1];
      if (next === undefined) break;
      expect(page).toBe(1);
      expect(stderr).toContain('3 fleets, and there are more');
      // Nothing in it needs quotes.
      args = next.split(' ');
    }
    expect(seen.sort()).toEqual(['nightly-1', 'nightly-2', 'other-1', 'refused']);
    const { nextPageToken = '' } = await list('--limit', '1');
    const wrong = await runCommand(stack, ['list', '--page-token', nextPageToken, '--state', 'ready']);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('with the same filters') });
  });

  it('are shown with a timeline, as files too, and a file that is there stays', async () => {
    const { stdout } = await runCommand(stack, ['show', 'nightly-1'], { LANG: 'C.UTF-8' });
    expect(stdout).toMatch(/web-01 {2}.*█+.* {2}ready, \d+\.\d s/);
    const file = join(stack.folder, 'timeline.html');
    const draw = ['show', 'nightly-1', '--html', file];
    expect(await runCommand(stack, draw)).toMatchObject({ code: 0, stderr: `wrote ${file}\n` });
    expect(await readFile(file, 'utf8')).toContain('<td>web-01</td>');
    await rm(file);
    const svg = await runCommand(stack, ['show', 'nightly-1', '--svg', '-']);
    expect(svg.stdout).toMatch(/^<svg [\s\S]*class="ready"[\s\S]*<\/svg>\n$/);
    const there = await runCommand(stack, ['show', 'nightly-1', '--svg', COMMAND]);
    expect(there).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already: --force') });
  });

  it('are not told as deleted where only a part of them was, as somebody has re-tagged it', async () => {
    const fleet = await startFleet(stack, fleetRequest({ names: ['web-04', 'web-05'] }), 'parted');
    await fleet.outcome();
    await person.tag('web-04', { key: TAG_KEYS.fleetId, value: 'taken-over' });
    const taken = await runCommand(stack, ['delete', 'taken-over', '--region', 'us-east-1', '--yes']);
    expect(taken.code).toBe(0);
    await deletionIsVisible('delete/taken-over');
    expect(idsOf(await list('--state', 'ready', '--fleet-id', 'parted'))).toEqual(['parted']);
    const { stdout } = await runCommand(stack, ['show', 'parted']);
    expect(stdout).not.toContain('deleted');
  });

  it('are told as deleted once they are', async () => {
    const deleted = await runCommand(stack, ['delete', 'nightly-1', '--region', 'us-east-1', '--yes']);
    expect(deleted.code).toBe(0);
    await waitFor({
      what: 'the list says deleted',
      condition: async () => /nightly-1 +deleted/.test((await runCommand(stack, ['list'])).stdout),
    });
    expect(idsOf(await list('--state', 'ready'))).toEqual(['nightly-2', 'other-1', 'parted']);
    const { stdout } = await runCommand(stack, ['show', 'nightly-1']);
    expect(stdout).toMatch(/deleted .* UTC, by delete\/nightly-1/);
  });

  it('are told as deleted no more when an operator resets the run, which makes them again', async () => {
    const [{ runId = '' } = {}] = (await list('--fleet-id', 'nightly-1')).fleets;
    await resetRun(stack, { id: 'nightly-1', ownerId: runId });
    await waitFor({
      what: 'both runs of it are ready',
      condition: async () => {
        const { fleets } = await list('--state', 'ready', '--fleet-id', 'nightly-1');
        return fleets.length === 2;
      },
    });
  });
});

describe('a fleet that is watched', () => {
  afterEach(() => {
    for (const { child } of watchers.splice(0)) child.kill('SIGKILL');
  });

  it('is followed through a worker that is gone and a server that is killed and comes back', async () => {
    await stack.control.putFaults([{ name: 'web-11', effect: 'operation-stuck' }]);
    const fleet = await startFleet(stack, fleetRequest({ names: ['web-11'] }));
    await fleet.reached('waiting');
    const watching = watch(fleet.id);
    await watching.saw('progress');
    await stack.temporal.kill();
    await watching.saw('interrupted');
    await stack.restartTemporal();
    await watching.saw('resumed');
    await stack.worker?.kill();
    await fleet.cancel();
    await watching.saw('progress', (event) => JSON.stringify(event).includes('"workerSilent":true'));
    await stack.startWorker();
    await watching.saw('ended');
    expect(await watching.exited).toBe(1);
    expect(watching.events.at(-1)).toMatchObject({ kind: 'ended', outcome: { kind: 'cancelled' } });
  });

  it('goes on when the watching ends, which says how to get back to it', async () => {
    await stack.control.putFaults([{ name: 'web-12', effect: 'operation-stuck' }]);
    const fleet = await startFleet(stack, fleetRequest({ names: ['web-12'] }));
    const watching = watch(fleet.id);
    let stderr = '';
    watching.child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    await watching.saw('progress');
    expect(idsOf(await list('--running'))).toEqual([fleet.id]);
    watching.child.kill('SIGINT');
    expect(await watching.exited).toBe(130);
    expect(watching.events.at(-1)).toMatchObject({ kind: 'stopped-watching' });
    expect(stderr).toContain(`watch it:   lightsail-fleet watch ${fleet.id}`);
    await fleet.cancel();
    expect(await fleet.outcome()).toEqual({ status: 'cancelled' });
  });
});
