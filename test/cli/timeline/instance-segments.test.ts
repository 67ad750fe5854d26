import type { InstanceProgress } from '../../../src/contract/fleet-progress';
import { instanceSegments } from '../../../src/cli/timeline/instance-segments';
import { STARTED_AT } from '../render/sample-view';
import { at, operation, readyInstance } from './sample-fleet';

/** `ready 31-40`: seconds since the start; the axis ends at 40. */
const segments = (instance: Partial<InstanceProgress>) =>
  instanceSegments({
    instance: { name: 'web-01', state: 'waiting', ...instance },
    end: Date.parse(at(40)),
  }).map(({ phase, from, to }) => [
    phase,
    ...[from, to].map((time) => (time - Date.parse(STARTED_AT)) / 1000),
  ]);

test('each phase ends where the next begins', () => {
  expect(segments(readyInstance('web-01'))).toEqual([
    ['requested', 1, 2],
    ['operation', 2, 21],
    ['starting', 21, 31],
    ['ready', 31, 40],
  ]);
});

test.each<[string, Partial<InstanceProgress>, unknown[][]]>([
  ['that is planned has no bar', { state: 'planned' }, []],
  [
    'whose create is out waits for its answer',
    { state: 'creating', requestedAt: at(3) },
    [['requested', 3, 40]],
  ],
  ['whose operation runs is drawn until now', { requestedAt: at(3) }, [['operation', 3, 40]]],
  [
    'whose operation failed is failed from then on',
    { state: 'failed', requestedAt: at(1), operation: operation(2, 18), failedAt: at(18.5) },
    [
      ['requested', 1, 2],
      ['operation', 2, 18],
      ['failed', 18, 40],
    ],
  ],
  [
    'that never came to be usable was starting before it failed',
    {
      state: 'failed',
      requestedAt: at(1),
      operation: operation(2, 18),
      startingAt: at(18.5),
      failedAt: at(30),
    },
    [
      ['requested', 1, 2],
      ['operation', 2, 18],
      ['starting', 18, 30],
      ['failed', 30, 40],
    ],
  ],
  [
    'that was removed while its operation ran ends with its removal',
    { state: 'removed', requestedAt: at(1), removingAt: at(10), removedAt: at(12) },
    [
      ['operation', 1, 10],
      ['removing', 10, 12],
    ],
  ],
  [
    'whose operation tells times of another clock is drawn by the worker’s',
    { ...readyInstance('web-01'), operation: operation(900, 1300) },
    [
      ['operation', 1, 21.5],
      ['starting', 21.5, 31],
      ['ready', 31, 40],
    ],
  ],
])('one %s', (_what, instance, expected) => {
  expect(segments(instance)).toEqual(expected);
});

test('a try before this one is drawn in front of it', () => {
  const earlier = [{ requestedAt: at(1), operationEndedAt: at(4), failedAt: at(5), removedAt: at(7) }];
  expect(segments({ state: 'creating', requestedAt: at(8), earlier })).toEqual([
    ['operation', 1, 4],
    ['failed', 4, 7],
    ['requested', 8, 40],
  ]);
});
