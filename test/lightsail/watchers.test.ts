import type { LightsailApi } from '../../src/lightsail/lightsail-api';
import { createWatchers } from '../../src/lightsail/watchers';
import { FakeClock } from './fake-clock';

test('there is one watcher a Region and kind, and each reads by its own calls', async () => {
  const clock = new FakeClock();
  const calls: string[] = [];
  const watchers = createWatchers({
    clock,
    pollCeilingSeconds: 15,
    lightsail: (region) =>
      ({
        region,
        getOperation: ({ operationId }) => {
          calls.push(`${region} GetOperation ${operationId}`);
          return Promise.resolve({ id: operationId, status: 'Succeeded' });
        },
        getInstances: () => {
          calls.push(`${region} GetInstances`);
          return Promise.resolve({ items: [{ name: 'web-1' }, { name: 'web-2' }, { name: 'other' }] });
        },
      }) as Partial<LightsailApi> as LightsailApi,
  });
  expect(watchers.operations('us-east-1')).toBe(watchers.operations('us-east-1'));
  expect(watchers.operations('us-east-1')).not.toBe(watchers.operations('eu-west-1'));
  const watches = [
    watchers.operations('eu-west-1').watch({ keys: ['op-1'], onItem: () => 'done' }),
    watchers.instances('us-east-1').watch({ keys: ['web-1', 'web-2'], onItem: () => 'done' }),
  ];
  await clock.pass(1);
  await Promise.all(watches);
  expect(calls).toEqual(['eu-west-1 GetOperation op-1', 'us-east-1 GetInstances']);
});
