import fc from 'fast-check';
import { lightsailError, WatchedWorld } from './watched-world';

test('whatever the end times, each key is reported done exactly once, never before its end, with bounded calls', async () => {
  const item = fc.record({ endsInSeconds: fc.double({ min: 0, max: 90, noNaN: true }), batch: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 60 }),
      fc.record({ seed: fc.nat(), oldItems: fc.nat(400), pageSize: fc.integer({ min: 1, max: 200 }) }),
      fc.array(fc.option(fc.constantFrom('throttled', 'unavailable'), { nil: undefined }), { maxLength: 8 }),
      async (items, settings, failures) => {
        const world = new WatchedWorld(settings);
        world.failures.push(
          ...failures.map((kind) => (kind === undefined ? undefined : lightsailError(kind))),
        );
        const done = new Map<string, number>();
        const ends = new Map<string, number>();
        items.forEach(({ endsInSeconds }, index) =>
          ends.set(`k${String(index)}`, world.put(`k${String(index)}`, endsInSeconds)),
        );
        const watches = [0, 1, 2, 3].map((batch) =>
          world.watcher.watch({
            keys: [...ends.keys()].filter((_, index) => items[index]?.batch === batch),
            requestedAtMillis: world.clock.nowMillis(),
            onItem: ({ key, ended }) => {
              if (!ended) return 'waiting';
              done.set(key, (done.get(key) ?? 0) + 1);
              expect(world.clock.nowMillis()).toBeGreaterThanOrEqual(ends.get(key) ?? Infinity);
              return 'done';
            },
          }),
        );
        await world.clock.pass(400);
        await Promise.all(watches);
        expect([...done.values()]).toEqual(items.map(() => 1));
        // At most 60 looks in 90 s, and none costs more than asking for all singly after half as many pages.
        expect(world.calls.length).toBeLessThanOrEqual(60 * Math.ceil(1.5 * items.length) + failures.length);
      },
    ),
    { numRuns: 60, seed: 20261123 },
  );
});
