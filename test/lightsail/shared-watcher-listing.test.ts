import { keysOf, untilEnded, WatchedWorld } from './watched-world';

function pagesOf(world: WatchedWorld): string[] {
  return world.calls.filter((call) => call.way === 'page').map((call) => call.what);
}

test('after the first sweep the listing is entered where it began to be of use', async () => {
  const world = new WatchedWorld({ oldItems: 1_000 });
  for (const key of keysOf(20)) world.put(key, 3);
  const watch = world.watcher.watch({ keys: keysOf(20), onItem: untilEnded() });
  await world.clock.pass(10);
  await watch;
  expect(pagesOf(world).slice(0, 6)).toEqual(['0', '200', '400', '600', '800', '1000']);
  expect(new Set(pagesOf(world).slice(6))).toEqual(new Set(['1000']));
  expect(world.calls.every((call) => call.way === 'page')).toBe(true);
});

test('what lies before that is found by coming round, where that is cheaper than single reads', async () => {
  const world = new WatchedWorld({ pageSize: 10 });
  for (const key of keysOf(40)) world.put(key, 30);
  const [early, late] = [keysOf(40).slice(0, 20), keysOf(40).slice(20)];
  void world.watcher.watch({ keys: late, onItem: () => 'waiting' });
  await world.clock.pass(0.3);
  expect(pagesOf(world)).toEqual(['0', '10', '20', '30']);
  const seen: string[] = [];
  const onItem = ({ key }: { key: string }) => (seen.push(key) > 0 ? 'done' : 'waiting');
  await Promise.all([world.watcher.watch({ keys: early, onItem }), world.clock.pass(0.4)]);
  expect(pagesOf(world).slice(4)).toEqual(['20', '30', '0', '10']);
  expect(seen).toEqual(early);
});

test('a listing that is longer than single reads are dear is given up, and not tried again by so few', async () => {
  const world = new WatchedWorld({ oldItems: 2_000 });
  for (const key of keysOf(6)) world.put(key, 5);
  const watch = world.watcher.watch({ keys: keysOf(6), onItem: untilEnded() });
  await world.clock.pass(15);
  await watch;
  expect(pagesOf(world)).toEqual(['0', '200', '400']);
});
