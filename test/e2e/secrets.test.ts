import { startChild } from '../../src/dev-stack/child-process';
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

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
});

afterAll(async () => {
  await stack.stop();
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
});
