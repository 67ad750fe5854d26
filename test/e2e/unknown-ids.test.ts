import { runCommand } from '../support/run-command';
import { Stack } from '../support/start-stack';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
});

afterAll(async () => {
  await stack.stop();
});

const TIMES = ['--from', '2026-11-23T00:00:00Z', '--to', '2026-11-23T12:00:00Z', '--yes'];

describe('an id that does not exist', () => {
  it.concurrent.each([
    ['show', 'nope'],
    ['watch', 'nope'],
    ['cancel', 'nope'],
    ['schedule', 'show', 'nope'],
    ['schedule', 'trigger', 'nope', '--yes'],
    ['schedule', 'backfill', 'nope', ...TIMES],
    ['schedule', 'pause', 'nope'],
    ['schedule', 'resume', 'nope'],
    ['schedule', 'delete', 'nope', '--yes'],
  ])('is told by %s %s, with what there is', async (...args) => {
    const { code, stdout, stderr } = await runCommand(stack, args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: (?:fleet|schedule) nope .*lightsail-fleet (?:schedule )?list$/m);
  });
});
