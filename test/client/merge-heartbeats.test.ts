import { mergeHeartbeats } from '../../src/client/merge-heartbeats';
import type { InstanceState } from '../../src/contract/fleet-states';
import { sampleView } from '../cli/render/sample-view';

const merge = (from: InstanceState[], heartbeat: Parameters<typeof mergeHeartbeats>[1][number]) => {
  const { progress } = sampleView(from);
  if (progress === undefined) throw new Error('no sample');
  const merged = mergeHeartbeats(progress, [heartbeat]);
  return { states: merged.instances.map(({ state }) => state), counts: merged.counts };
};
const none = { waiting: [], done: [], failed: [] };

test('an operation that succeeded is an instance that starts', () => {
  const { states, counts } = merge(['waiting', 'waiting', 'waiting'], {
    activityId: 'await/web-001..web-003',
    waiting: ['web-003'],
    done: ['web-001'],
    failed: ['web-002'],
  });
  expect(states).toEqual(['starting', 'failed', 'waiting']);
  expect(counts).toEqual({ waiting: 1, starting: 1, failed: 1 });
});

test('one that is usable is ready', () => {
  const { states } = merge(['starting', 'starting'], {
    ...none,
    activityId: 'ready/x',
    done: ['web-001'],
    waiting: ['web-002'],
  });
  expect(states).toEqual(['ready', 'starting']);
});

test('an old heartbeat takes nothing back', () => {
  const { states } = merge(['ready', 'removing', 'removed'], {
    ...none,
    activityId: 'await/x',
    waiting: ['web-001'],
    done: ['web-002'],
    failed: ['web-003'],
  });
  expect(states).toEqual(['ready', 'removing', 'removed']);
});

test('other activities say nothing about states', () => {
  expect(merge(['waiting'], { ...none, activityId: 'remove/x', done: ['web-001'] }).states).toEqual([
    'waiting',
  ]);
});
