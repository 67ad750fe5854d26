import { keysOf, lightsailError, untilEnded, WatchedWorld } from './watched-world';

describe('errors', () => {
  test.each(['throttled', 'unavailable', 'setup-in-progress'] as const)(
    'that pass (%s) only delay a watch',
    async (kind) => {
      const world = new WatchedWorld();
      world.put('a', 0);
      world.put('b', 0);
      world.failures.push(...Array.from({ length: 5 }, () => lightsailError(kind)));
      const watch = world.watcher.watch({ keys: ['a', 'b'], onItem: untilEnded() });
      await world.clock.pass(600);
      await watch;
      expect(world.calls.map((call) => call.way)).toEqual(Array(6).fill('page'));
    },
  );

  test('in the middle of a listing do not start it again', async () => {
    const world = new WatchedWorld({ pageSize: 2 });
    for (const key of keysOf(10)) world.put(key, 0);
    world.failures.push(undefined, undefined, lightsailError('throttled'));
    const watch = world.watcher.watch({ keys: keysOf(10), onItem: untilEnded() });
    await world.clock.pass(60);
    await watch;
    expect(world.calls.map((call) => call.what)).toEqual(['0', '2', '4', '4', '6', '8']);
  });

  test.each(['denied', 'unauthenticated'] as const)(
    'that no retry mends (%s) end every watch',
    async (kind) => {
      const world = new WatchedWorld();
      for (const key of keysOf(4)) world.put(key, 0);
      world.failures.push(lightsailError(kind));
      const watches = [
        world.watcher.watch({ keys: keysOf(2), onItem: untilEnded() }),
        world.watcher.watch({ keys: keysOf(4).slice(2), onItem: untilEnded() }),
      ];
      const outcomes = Promise.allSettled(watches);
      await world.clock.pass(60);
      expect(await outcomes).toMatchObject([
        { status: 'rejected', reason: { kind } },
        { status: 'rejected', reason: { kind } },
      ]);
      expect(world.clock.pendingTimers).toBe(0);
    },
  );

  test('thrown by one watch concern that watch alone', async () => {
    const world = new WatchedWorld();
    world.put('a', 0);
    const failing = world.watcher.watch({
      keys: ['a'],
      onItem: () => {
        throw new Error('mine');
      },
    });
    const outcome = Promise.allSettled([failing, world.watcher.watch({ keys: ['a'], onItem: untilEnded() })]);
    await world.clock.pass(5);
    expect(await outcome).toMatchObject([
      { status: 'rejected', reason: { message: 'mine' } },
      { status: 'fulfilled' },
    ]);
  });

  test('of an expired page token are mended by single reads', async () => {
    const world = new WatchedWorld({ pageSize: 2 });
    for (const key of keysOf(6)) world.put(key, 0);
    world.failures.push(undefined, lightsailError('invalid'));
    const watch = world.watcher.watch({ keys: keysOf(6), onItem: untilEnded() });
    await world.clock.pass(5);
    await watch;
    expect(world.calls.map((call) => call.way)).toEqual(['page', 'page', 'one', 'one', 'one', 'one']);
  });
});

describe('a signal', () => {
  test('ends its own watch at once, and no other', async () => {
    const world = new WatchedWorld();
    world.put('a', 5);
    world.put('b', 5);
    const controller = new AbortController();
    const given = world.watcher.watch({ keys: ['a'], onItem: untilEnded(), signal: controller.signal });
    const other = world.watcher.watch({ keys: ['b'], onItem: untilEnded() });
    const outcome = Promise.allSettled([given]);
    await world.clock.pass(2);
    controller.abort();
    expect(await outcome).toMatchObject([{ status: 'rejected', reason: { name: 'AbortError' } }]);
    await world.clock.pass(10);
    await other;
  });

  test('that ends the last watch ends its calls and timers, and a new watch is served', async () => {
    const world = new WatchedWorld({ latencyMillis: 5_000 });
    world.put('a', 0);
    const controller = new AbortController();
    const given = Promise.allSettled([
      world.watcher.watch({ keys: ['a'], onItem: untilEnded(), signal: controller.signal }),
    ]);
    await world.clock.pass(1);
    controller.abort();
    await given;
    const next = world.watcher.watch({ keys: ['a'], onItem: untilEnded() });
    await world.clock.pass(20);
    await next;
    expect(world.clock.pendingTimers).toBe(0);
  });

  test('that has fired already starts nothing', async () => {
    const world = new WatchedWorld();
    await expect(
      world.watcher.watch({ keys: ['a'], onItem: untilEnded(), signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    await world.clock.pass(10);
    expect(world.calls).toEqual([]);
  });
});
