import { createRateLimit } from '../../src/lightsail/rate-limit';
import type { Priority } from '../../src/lightsail/turn-queue';
import { FakeClock } from './fake-clock';

function limited(callsPerSecond: number) {
  const clock = new FakeClock();
  const limit = createRateLimit({ callsPerSecond, clock });
  const granted: string[] = [];
  const take = (name: string, priority: Priority = 'read', signal?: AbortSignal) =>
    limit.takeTurn({ priority, signal }).then(() => granted.push(name));
  return { clock, limit, granted, take };
}

test('calls leave at the rate, after a small burst', async () => {
  const { clock, granted, take } = limited(10);
  for (let call = 0; call < 100; call++) void take(String(call));
  await clock.pass(0);
  expect(granted).toHaveLength(3);
  await clock.pass(5);
  expect(granted).toHaveLength(53);
  expect(granted.slice(0, 5)).toEqual(['0', '1', '2', '3', '4']);
  await clock.pass(60);
  expect(granted).toHaveLength(100);
  expect(clock.pendingTimers).toBe(0);
});

test('creates and deletes come before reads that waited longer', async () => {
  const { clock, granted, take, limit } = limited(1);
  for (const name of ['a', 'b', 'c', 'read-1', 'read-2']) void take(name);
  void take('write-1', 'write');
  void take('write-2', 'write');
  expect(limit.stats().waiting).toEqual({ write: 2, read: 2 });
  await clock.pass(10);
  expect(granted).toEqual(['a', 'b', 'c', 'write-1', 'write-2', 'read-1', 'read-2']);
});

test('a throttle halves the rate once for calls that came together, and success brings it back', async () => {
  const { clock, limit } = limited(10);
  limit.reportThrottle();
  limit.reportThrottle();
  expect(limit.stats().callsPerSecond).toBe(5);
  await clock.pass(1);
  limit.reportThrottle();
  expect(limit.stats().callsPerSecond).toBe(2.5);
  await clock.pass(3);
  limit.reportSuccess();
  expect(limit.stats().callsPerSecond).toBeCloseTo(3.5);
  await clock.pass(60);
  limit.reportSuccess();
  expect(limit.stats().callsPerSecond).toBe(10);
});

test('the rate never falls below a call every two seconds', async () => {
  const { clock, limit, take, granted } = limited(10);
  for (let throttle = 0; throttle < 20; throttle++) {
    limit.reportThrottle();
    await clock.pass(1);
  }
  expect(limit.stats().callsPerSecond).toBe(0.5);
  for (const name of ['a', 'b', 'c']) void take(name);
  await clock.pass(6);
  expect(granted).toEqual(['a', 'b', 'c']);
});

test('a throttle slows those who wait already', async () => {
  const { clock, limit, take, granted } = limited(10);
  for (let call = 0; call < 53; call++) void take(String(call));
  limit.reportThrottle();
  await clock.pass(4);
  expect(granted.length).toBeLessThanOrEqual(3 + 4 * 5);
});

test('a signal ends a wait, takes its place away and leaves no listener behind', async () => {
  const { clock, limit, take, granted } = limited(1);
  const controller = new AbortController();
  const added = jest.spyOn(controller.signal, 'addEventListener');
  const removed = jest.spyOn(controller.signal, 'removeEventListener');
  for (const name of ['a', 'b', 'c']) await take(name, 'read', controller.signal);
  void take('d', 'read', controller.signal);
  await clock.pass(1);
  const given = expect(take('e', 'read', controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  const after = take('f');
  controller.abort();
  await given;
  await expect(take('g', 'read', controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  await clock.pass(1);
  await after;
  expect(granted).toEqual(['a', 'b', 'c', 'd', 'f']);
  expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
  expect(limit.stats().waiting).toEqual({ write: 0, read: 0 });
});

test('the queue has a limit, and beyond it a call is told so', async () => {
  const { limit, take } = limited(1);
  for (let call = 0; call < 20_003; call++) void take(String(call));
  expect(limit.stats().waiting.read).toBe(20_000);
  await expect(take('one too many')).rejects.toMatchObject({
    kind: 'throttled',
    code: 'TooManyWaitingCalls',
  });
});
