import { advanceClock } from '../../../src/simulator/engine/advance-clock';
import { createEngine } from '../../../src/simulator/engine/create-engine';
import { createRequest } from '../support/create-request';

const { engine } = createEngine({ speed: 0 });
const call = (action: string, request: object): unknown => {
  const { answer } = engine.call({
    action,
    region: 'us-east-1',
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    request,
    requestText: JSON.stringify(request),
  });
  expect(answer.status).toBe(200);
  return JSON.parse(answer.body);
};
const listed = (): unknown => {
  const { instances } = call('GetInstances', {}) as { instances: { name: string }[] };
  return instances.find(({ name }) => name === 'web-1');
};
const single = (): unknown =>
  (call('GetInstance', { instanceName: 'web-1' }) as { instance: unknown }).instance;

it('an instance reads the same in a listing as alone, after each change of itself and of its disk', () => {
  const seen: unknown[] = [];
  const look = (): void => {
    // Twice: the second listing is made of what was kept.
    expect(listed()).toEqual(single());
    expect(listed()).toEqual(single());
    seen.push(single());
  };
  call('CreateInstancesFromSnapshot', createRequest({ instanceSnapshotName: 'golden-with-disk' }));
  look();
  advanceClock({ engine, seconds: 60 });
  look();
  call('TagResource', { resourceName: 'web-1', tags: [{ key: 'größe', value: '"klein"' }] });
  look();
  call('TagResource', { resourceName: 'web-1-disk-1', tags: [{ key: 'a' }] });
  look();
  engine.state.settings.deleteSeconds = { min: 10, max: 10 };
  call('DeleteInstance', { instanceName: 'web-1' });
  look();
  // The disk comes off half way.
  advanceClock({ engine, seconds: 6 });
  look();
  expect(new Set(seen.map((answer) => JSON.stringify(answer))).size).toBe(seen.length);
});
