import { createContext } from '../../src/cli/create-context';
import { followFleet } from '../../src/cli/follow-fleet';
import type { FleetEvent } from '../../src/client';
import { sampleView } from './render/sample-view';

const AT = '2026-11-23T20:35:34.000Z';
const waiting = sampleView(['waiting', 'waiting']);
const ended = {
  ...sampleView(['removed', 'removed'], { state: 'rolled-back' }),
  outcome: { kind: 'cancelled' as const },
};
const EVENTS: FleetEvent[] = [
  { kind: 'progress', at: AT, view: waiting },
  { kind: 'interrupted', at: AT, message: 'connection lost' },
  { kind: 'resumed', at: AT },
  { kind: 'ended', at: AT, view: ended, outcome: ended.outcome },
];

async function follow({ json = false, tty = false, events = EVENTS }) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY: tty,
    columns: 80,
    rows: 24,
    write: (text: string) => (written[name] += text),
  });
  const io = {
    env: {},
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: process.stdin,
    listenForInterrupt: () => new AbortController().signal,
  };
  const end = await followFleet({
    context: createContext({ io, options: { json, color: false } }),
    fleets: {
      async *watchFleet() {
        yield* events;
      },
    },
    fleetId: 'golden-1',
    signal: new AbortController().signal,
  });
  return { end, ...written };
}

test('in a log every change is a line with its time', async () => {
  const { end, stdout, stderr } = await follow({});
  expect(end?.outcome.kind).toBe('cancelled');
  expect(stdout).toBe('');
  expect(stderr.split('\n')).toEqual([
    '20:35:34  fleet waiting, 0 of 2 ready',
    '20:35:34  web-001, web-002 waiting',
    '20:35:34  connection lost; trying again',
    '20:35:34  Temporal answers again',
    '20:35:34  fleet rolled-back, 0 of 2 ready',
    '20:35:34  web-001, web-002 removed',
    '',
  ]);
});

test('with --json every event is a line on stdout', async () => {
  const { stdout, stderr } = await follow({ json: true });
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.map(({ kind }) => kind)).toEqual(['progress', 'interrupted', 'resumed', 'ended']);
  expect(events[0]).toMatchObject({ fleetId: 'golden-1', progress: { state: 'waiting' } });
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'cancelled' } });
  expect(stderr).toBe('');
});

test('on a terminal the view is drawn in place', async () => {
  const { stderr } = await follow({ tty: true });
  expect(stderr).toContain('\u001b[4A');
  expect(stderr).toContain('rolled-back');
});

test('an end of the events without an end of the fleet is an interruption', async () => {
  const { end } = await follow({ events: EVENTS.slice(0, 1) });
  expect(end).toBeUndefined();
});
