import type { NativeConnection } from '@temporalio/worker';
import { createSchedules } from '../src/temporal-schedules';

const paused: string[] = [];
let description = { policies: { pauseOnFailure: true, overlap: 'SKIP' }, state: { paused: false } };

jest.mock('@temporalio/client', () => ({
  Client: class {
    withDeadline = (_deadline: number, call: () => unknown) => call();
    schedule = {
      getHandle: () => ({
        describe: () => Promise.resolve(description),
        pause: (note: string) => Promise.resolve(paused.push(note)),
      }),
    };
  },
}));

const schedules = createSchedules({ connection: {} as NativeConnection, namespace: 'default' });
const pause = (change: { cancelled?: true } = {}) =>
  schedules.pauseOnFailure({ scheduleId: 'nightly', note: 'why', ...change });

const policies = (overlap: string, pauseOnFailure = true) =>
  (description = { policies: { pauseOnFailure, overlap }, state: { paused: false } });

afterEach(() => {
  paused.length = 0;
});

test('a rotation that failed pauses a schedule that pauses on failure, and no other', async () => {
  policies('SKIP');
  expect([await pause(), await pause({ cancelled: true }), paused]).toEqual([true, true, ['why', 'why']]);
  policies('SKIP', false);
  expect(await pause()).toBe(false);
});

test('a rotation that was cancelled does not pause a schedule that cancels what overlaps', async () => {
  policies('CANCEL_OTHER');
  expect([await pause({ cancelled: true }), paused]).toEqual([false, []]);
  expect([await pause(), paused]).toEqual([true, ['why']]);
});
