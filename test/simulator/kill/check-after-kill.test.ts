import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../../src/simulator/simulator';
import { signRequest } from '../../support/sign-request';
import { createRequest } from '../support/create-request';
import { checkAfterKill } from './check-after-kill';
import { seeWorld, type SeenWorld } from './seen-world';
import type { SentCall } from './sent-call';

let folder: string;
let stateFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  stateFile = join(folder, 'state');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** So slow that nothing falls due during a test: the last lines are those of the calls. */
const SPEED = 0.001;

const CALLS: readonly { call: SentCall; request: object }[] = [
  {
    call: {
      action: 'CreateInstancesFromSnapshot',
      names: ['web-1', 'web-2'],
      withDisk: true,
      fate: 'acknowledged',
    },
    request: createRequest({
      instanceNames: ['web-1', 'web-2'],
      instanceSnapshotName: 'golden-with-disk',
    }),
  },
  {
    call: { action: 'TagResource', names: ['web-1'], tagKey: 'blue', fate: 'acknowledged' },
    request: { resourceName: 'web-1', tags: [{ key: 'blue' }] },
  },
];
const SENT = CALLS.map(({ call }) => call);

/** Makes the calls, and answers with the journal's lines and with what could be seen before the end. */
async function live(): Promise<{ lines: string[]; world: SeenWorld }> {
  const { url, close } = await startSimulator({ stateFile, speed: SPEED });
  for (const { call, request } of CALLS) {
    const body = JSON.stringify(request);
    const headers = signRequest({ url, action: call.action, body });
    const answer = await fetch(url, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
  }
  // Before the clock is stopped to look, which is a line of its own.
  const lines = readFileSync(stateFile, 'utf8').trimEnd().split('\n');
  const world = await seeWorld({ url, speed: SPEED });
  await close();
  return { lines, world };
}

/** What is wrong with a simulator that comes up on these lines. */
async function problemsOf(input: { lines: string[]; world: SeenWorld }): Promise<string> {
  writeFileSync(stateFile, input.lines.map((line) => `${line}\n`).join(''));
  const { url, close } = await startSimulator({ stateFile, speed: SPEED });
  const world = await seeWorld({ url, speed: SPEED });
  await close();
  return checkAfterKill({ sent: SENT, before: input.world, world }).join('\n');
}

describe('the check after a kill', () => {
  it('finds nothing where everything is there', async () => {
    expect(await problemsOf(await live())).toBe('');
  });

  it('finds that an acknowledged write was lost with the last line', async () => {
    const { lines, world } = await live();
    const problems = await problemsOf({ lines: lines.slice(0, -1), world });
    expect(problems).toContain('TagResource|web-1|blue: acknowledged, and not in the ledger');
    expect(problems).toMatch(/ledger: row \d+ is not what it was/);
  });

  it('finds a create of which one instance is missing', async () => {
    const { lines, world } = await live();
    const torn = lines.map((line) => {
      const [head = '', ...rows] = line.split('\t');
      const { seq, changes } = JSON.parse(head) as { seq: number; changes: Change[] };
      const kept = changes.filter(({ kind, resource }) => kind !== 'put' || resource?.name !== 'web-2');
      return [JSON.stringify({ seq, changes: kept }), ...rows].join('\t');
    });
    const problems = await problemsOf({ lines: torn, world });
    expect(problems).toContain('Instance web-2: the ledger says pending, the state null');
    expect(problems).toContain('web-2: made, never deleted, and gone');
  });

  it('finds rows that are gone from the midst of an entry, and a call that was done twice', async () => {
    const { lines, world } = await live();
    const last = lines.at(-1) as string;
    const short = last.split('\t').slice(0, -1).join('\t');
    expect(await problemsOf({ lines: [...lines.slice(0, -1), short], world })).toContain(
      'half done, no operation',
    );
    const twice = await problemsOf({ lines: [...lines, last], world });
    expect(twice).toMatch(/is not what it was|done 2 times, may be at most 1/);
  });

  it('finds a clock that runs backwards, and a gap', () => {
    const world = { virtualMillis: 10, resources: [], operationsUnderWay: [], lines: [1, 3].map(lineOf) };
    const problems = checkAfterKill({ sent: [], before: { lines: [], virtualMillis: 11 }, world });
    expect(problems).toEqual(['the clock went from 11 to 10', 'ledger: seq 3 comes after 1']);
  });
});

interface Change {
  kind: string;
  resource?: { name: string };
}

function lineOf(seq: number): string {
  return JSON.stringify({
    seq,
    at: '2026-11-23T00:00:00.000Z',
    kind: 'call',
    action: 'GetRegions',
    status: 400,
  });
}
