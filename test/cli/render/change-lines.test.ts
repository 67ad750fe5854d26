import { changeLines } from '../../../src/cli/render/change-lines';
import type { InstanceState } from '../../../src/contract/fleet-states';
import { sampleView } from './sample-view';

const many = (count: number, state: InstanceState) => Array<InstanceState>(count).fill(state);

test('the first look tells the state and what has been asked for', () => {
  expect(changeLines({ before: undefined, after: sampleView(['waiting', 'waiting', 'planned']) })).toEqual([
    'fleet waiting, 0 of 3 ready',
    'web-001, web-002 waiting',
  ]);
});

test('nothing new, no line', () => {
  const view = sampleView(['waiting', 'ready']);
  expect(changeLines({ before: view, after: view })).toEqual([]);
});

test('what is ready or failed is told one by one, the rest in one line', () => {
  const before = sampleView(many(8, 'waiting'));
  const after = sampleView(['ready', 'failed', ...many(6, 'starting')]);
  expect(changeLines({ before, after })).toEqual([
    'web-001 ready  198.18.0.1  after 23.1 s',
    'web-002 failed  InternalFailure: the operation failed',
    '6 instances (web-003 … web-008) starting',
  ]);
});

test('why an instance is being removed is told, when nobody saw it fail', () => {
  const before = sampleView(['waiting', 'waiting']);
  const after = sampleView(['removing', 'waiting']);
  for (const instance of after.progress?.instances.slice(0, 1) ?? [])
    instance.problem = 'the operation failed';
  expect(changeLines({ before, after })).toEqual(['web-001 removing  the operation failed']);
  const rolling = sampleView(['waiting', 'removing']);
  expect(changeLines({ before: after, after: rolling })).toEqual(['web-001 waiting', 'web-002 removing']);
});

test('a thousand that get ready at once make one line', () => {
  const before = sampleView(many(1000, 'waiting'));
  const after = sampleView(many(1000, 'ready'));
  expect(changeLines({ before, after })).toEqual(['1000 instances (web-001 … web-1000) ready']);
});

test('the cause is told once', () => {
  const cause = { type: 'OperationFailed', message: '1 of 2' };
  const waiting = sampleView(['waiting', 'failed']);
  const rolling = sampleView(['removing', 'removing'], { state: 'rolling-back', cause });
  const rolled = sampleView(['removed', 'removed'], { state: 'rolled-back', cause });
  expect(changeLines({ before: waiting, after: rolling })[0]).toBe(
    'fleet rolling-back, 0 of 2 ready, because of OperationFailed: 1 of 2',
  );
  expect(changeLines({ before: rolling, after: rolled })[0]).toBe('fleet rolled-back, 0 of 2 ready');
});

test('a worker that falls silent and comes back is told, but not after the end', () => {
  const view = sampleView(['waiting']);
  const silent = { ...view, workerSilent: true };
  expect(changeLines({ before: view, after: silent })).toEqual([
    expect.stringContaining('no worker answers'),
  ]);
  expect(changeLines({ before: silent, after: view })).toEqual(['a worker answers again']);
  expect(changeLines({ before: view, after: { ...silent, outcome: { kind: 'cancelled' } } })).toEqual([]);
});
