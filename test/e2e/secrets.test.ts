import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { startChild } from '../../src/dev-stack/child-process';
import { CREATE_ACTION } from '../../src/lightsail/classify-error';
import { fleetRequest } from '../support/fleet-request';
import { startFleet } from '../support/run-fleet';
import { COMMAND, Stack } from '../support/start-stack';

/** Nothing else in a run contains it, in plain or in base64 (whose text depends on the place, so three of them). */
const MARKER = 'canary-8c1f0b7e';
const SHAPES = [0, 1, 2].map((shift) =>
  Buffer.from(`${'x'.repeat(shift)}${MARKER}`)
    .toString('base64')
    .slice(shift === 0 ? 0 : 4, -4),
);

/** The history with its payloads as text. */
function decoded(json: string): string {
  return json.replace(/"data": "([^"]*)"/g, (_, data: string) => Buffer.from(data, 'base64').toString());
}

let stack: Stack;

let scripts: string;

beforeAll(async () => {
  scripts = await mkdtemp(join(tmpdir(), 'lightsail-fleet-scripts-'));
  stack = await Stack.start({ workerEnv: { FLEET_USER_DATA_DIR: scripts } });
});

afterAll(async () => {
  await stack.stop();
  await rm(scripts, { recursive: true });
});

describe('user data', () => {
  it('is in no line of the log at its most talkative, also when the create is refused', async () => {
    const lines: string[] = [];
    const worker = await startChild({
      name: 'worker',
      command: process.execPath,
      args: [COMMAND, 'worker', '--json'],
      env: { ...stack.env, LOG_LEVEL: 'trace' },
      readyWhen: (line) => (JSON.parse(line) as { taskQueue?: string }).taskQueue,
      onOutput: ({ line }) => lines.push(line),
      limitSeconds: 30,
    });
    const request = fleetRequest({ userData: `#!/bin/sh\n# ${MARKER}\n` });
    await stack.control.putFaults([
      { action: 'CreateInstancesFromSnapshot', effect: 'reset-after' },
      { name: 'web-02', effect: 'operation-fails' },
    ]);
    const outcome = await (await startFleet(stack, request)).outcome();
    await worker.stop();
    expect(outcome).toMatchObject({ status: 'failed' });
    expect(JSON.stringify(outcome)).not.toContain(MARKER);
    expect(lines.length).toBeGreaterThan(10);
    for (const shape of [MARKER, ...SHAPES]) expect(lines.filter((line) => line.includes(shape))).toEqual([]);
  });

  // @covers request.fleet.userDataFile
  it('of a file under FLEET_USER_DATA_DIR reaches every instance and is nowhere in history', async () => {
    await stack.control.putFaults([]);
    const text = `#!/bin/sh\n# ${MARKER}\n`;
    await writeFile(join(scripts, 'boot.sh'), text);
    const worker = await stack.startWorker();
    const after = await stack.control.lastSeq();
    const fleet = await startFleet(
      stack,
      fleetRequest({ names: ['ud-01', 'ud-02'], fleet: { userDataFile: 'boot.sh' } }),
    );
    expect(await fleet.outcome()).toMatchObject({ status: 'ready' });
    const creates = (await stack.control.ledger(after)).filter(({ action }) => action === CREATE_ACTION);
    expect(creates.map(({ request }) => request?.['userData'])).toEqual([text]);
    const history = await stack.client.workflow.getHandle(fleet.id).fetchHistory();
    const shown = decoded(historyToJSON(history));
    // Booleans: a whole history in a failed test would hide what it says.
    expect(shown.includes('"userDataFile":"boot.sh"')).toBe(true);
    expect(shown.includes(MARKER)).toBe(false);
    await worker.stop();
  });
});
