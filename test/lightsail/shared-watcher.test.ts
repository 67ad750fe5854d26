import { keysOf, untilEnded, WatchedWorld } from './watched-world';

test('nothing is asked when nobody waits, before the first look, or after the last item is done', async () => {
  const world = new WatchedWorld();
  world.put('a', 20);
  await world.clock.pass(60);
  expect(world.calls).toEqual([]);
  const requestedAtMillis = world.clock.nowMillis();
  world.put('b', 20);
  const watch = world.watcher.watch({ keys: ['b'], requestedAtMillis, onItem: untilEnded() });
  await world.clock.pass(11.9);
  expect(world.calls).toEqual([]);
  await world.clock.pass(30);
  await watch;
  const asked = world.calls.length;
  expect(asked).toBeGreaterThan(0);
  await world.clock.pass(600);
  expect(world.calls).toHaveLength(asked);
  expect(world.clock.pendingTimers).toBe(0);
});

test('a watch without a time of request is served at once', async () => {
  const world = new WatchedWorld();
  world.put('a', 0);
  const watch = world.watcher.watch({ keys: ['a'], onItem: untilEnded() });
  await world.clock.pass(0.05);
  await watch;
  expect(world.calls).toHaveLength(1);
});

test('one is asked singly, many by the listing', async () => {
  const world = new WatchedWorld();
  for (const key of keysOf(10)) world.put(key, 0);
  const one = world.watcher.watch({ keys: ['item-3'], onItem: untilEnded() });
  await world.clock.pass(1);
  await one;
  const many = world.watcher.watch({ keys: keysOf(10), onItem: untilEnded() });
  await world.clock.pass(1);
  await many;
  expect(world.calls.map(({ way, what }) => `${way} ${what}`)).toEqual(['one item-3', 'page 0']);
});

test('watches that come within a moment share one sweep', async () => {
  const world = new WatchedWorld();
  for (const key of keysOf(40)) world.put(key, 0);
  const requestedAtMillis = world.clock.nowMillis();
  const first = world.watcher.watch({ keys: keysOf(20), requestedAtMillis, onItem: untilEnded() });
  await world.clock.pass(0.15);
  const second = world.watcher.watch({
    keys: keysOf(40).slice(20),
    requestedAtMillis: world.clock.nowMillis(),
    onItem: untilEnded(),
  });
  await world.clock.pass(13);
  await Promise.all([first, second]);
  expect(world.calls).toHaveLength(1);
});

test('two watches of one key are both told', async () => {
  const world = new WatchedWorld();
  world.put('a', 5);
  const seen: string[] = [];
  const watches = [1, 2].map(() => world.watcher.watch({ keys: ['a'], onItem: untilEnded(seen) }));
  await world.clock.pass(10);
  await Promise.all(watches);
  expect(seen).toEqual(['a', 'a']);
});

test('an item that takes long is asked for ever less often, up to the ceiling', async () => {
  const world = new WatchedWorld({ pollCeilingSeconds: 15 });
  world.put('a', 3_600);
  void world.watcher.watch({ keys: ['a'], requestedAtMillis: world.clock.nowMillis(), onItem: untilEnded() });
  await world.clock.pass(1_800);
  const gaps = world.calls
    .slice(1)
    .map((call, index) => (call.atMillis - (world.calls[index]?.atMillis ?? 0)) / 1000);
  expect(Math.max(...gaps.slice(0, 3))).toBeLessThan(2);
  expect(Math.min(...gaps.slice(-10))).toBeGreaterThan(12);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(15.1);
  expect(world.calls.length).toBeLessThan(220);
});

test('a ceiling below the floor wins, so that tests and fast simulators are polled fast', async () => {
  const world = new WatchedWorld({ pollCeilingSeconds: 0.2 });
  const endsAt = world.put('a', 1);
  let doneAt = 0;
  const watch = world.watcher
    .watch({ keys: ['a'], requestedAtMillis: world.clock.nowMillis(), onItem: untilEnded() })
    .then(() => (doneAt = world.clock.nowMillis()));
  await world.clock.pass(3);
  await watch;
  expect(doneAt - endsAt).toBeLessThanOrEqual(300);
});

describe('an item that is not there', () => {
  test('is told by the single read, and the wait goes on if nobody decides otherwise', async () => {
    const world = new WatchedWorld();
    const missing: string[] = [];
    void world.watcher.watch({
      keys: ['a'],
      onItem: untilEnded(),
      onMissing: (key) => (missing.push(key) < 3 ? 'waiting' : 'done'),
    });
    const patient = world.watcher.watch({ keys: ['late'], onItem: untilEnded() });
    await world.clock.pass(60);
    expect(missing).toEqual(['a', 'a', 'a']);
    world.put('late', 0);
    await world.clock.pass(15);
    await patient;
  });

  test('is asked for singly at once when the listing lacks it: a deleted instance is noticed in the same sweep', async () => {
    const world = new WatchedWorld();
    for (const key of keysOf(4)) world.put(key, 3_600);
    const gone: string[] = [];
    const watch = world.watcher.watch({
      keys: keysOf(4),
      onItem: () => 'waiting',
      onMissing: (key) => {
        gone.push(key);
        return 'done';
      },
    });
    await world.clock.pass(1);
    for (const key of keysOf(4)) world.remove(key);
    await world.clock.pass(2);
    await watch;
    expect(gone.sort()).toEqual(keysOf(4));
  });

  test('in the listing is still found by single reads, which are the truth', async () => {
    const world = new WatchedWorld();
    for (const key of keysOf(5)) world.put(key, 10);
    world.unlisted.add('item-2');
    const watch = world.watcher.watch({ keys: keysOf(5), onItem: untilEnded() });
    await world.clock.pass(40);
    await watch;
  });
});
