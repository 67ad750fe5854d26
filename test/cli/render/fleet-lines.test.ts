import { fleetLines } from '../../../src/cli/render/fleet-lines';
import { createStyle } from '../../../src/cli/render/style';
import type { FleetView } from '../../../src/client';
import type { InstanceState } from '../../../src/contract/fleet-states';
import { sampleView } from './sample-view';

const NOW = new Date('2026-11-23T20:35:34.000Z');
const lines = (view: FleetView, { width = 80, height = 20, color = false } = {}) =>
  fleetLines({ view, width, height, now: NOW, style: createStyle({ color }) });

test('a fleet on a wide terminal', () => {
  expect(lines(sampleView(['ready', 'starting', 'waiting', 'failed', 'planned']))).toEqual([
    'golden-1  waiting  1 of 5 ready  0:34',
    '  from golden, in us-east-1a, 25.00 USD a month',
    '  web-001  ready        198.18.0.1       23.1 s',
    '  web-002  starting     0:32',
    '  web-003  waiting      0:32',
    '  web-004  failed       InternalFailure: the operation failed',
    '  web-005  planned',
  ]);
});

test.each([
  ['Terminated', 'terminated'],
  ['TimedOut', 'timed-out'],
] as const)('a run that was %s does not wait', (type, shown) => {
  const outcome = { kind: 'failed' as const, failure: { type, message: 'no rollback ran' } };
  expect(lines({ ...sampleView(['waiting']), outcome })[0]).toBe(`golden-1  ${shown}  0 of 1 ready  0:34`);
  expect(lines({ ...sampleView(['waiting']), outcome, progress: undefined })[0]).toContain(`${shown} (no`);
});

test('a narrow terminal cuts, and never wraps', () => {
  expect(lines(sampleView(['ready', 'failed']), { width: 30 })).toEqual([
    'golden-1  waiting  1 of 2 rea…',
    '  from golden, in us-east-1a,…',
    '  web-001  ready        198.1…',
    '  web-002  failed       Inter…',
  ]);
});

test('a low terminal shows what needs an eye first, and counts the rest', () => {
  const states: InstanceState[] = [...Array<InstanceState>(40).fill('ready'), 'failed', 'waiting'];
  expect(lines(sampleView(states), { height: 5 })).toEqual([
    'golden-1  waiting  40 of 42 ready  0:34',
    '  from golden, in us-east-1a, 210.00 USD a month',
    '  web-041  failed       InternalFailure: the operation failed',
    '  web-042  waiting      0:32',
    '  and 40 more: 40 ready',
  ]);
});

test.each([
  [1, 20],
  [2, 20],
  [3, 40],
  [24, 200],
])('never exceeds %d lines of %d columns', (height, width) => {
  const states: InstanceState[] = [
    ...Array<InstanceState>(60).fill('waiting'),
    ...Array<InstanceState>(60).fill('failed'),
  ];
  const drawn = lines(sampleView(states, { cause: { type: 'OperationFailed', message: 'x'.repeat(300) } }), {
    height,
    width,
  });
  expect(drawn.length).toBeLessThanOrEqual(height);
  expect(Math.max(...drawn.map((line) => line.length))).toBeLessThanOrEqual(width);
});

test('colours add nothing that is seen', () => {
  const view = sampleView(['ready', 'failed', 'removing', 'planned']);

  const seen = lines(view, { color: true }).map((line) => line.replace(/\u001b\[\d+m/g, ''));
  expect(seen).toEqual(lines(view));
});

test('without any answer it says what is waited for', () => {
  const { progress: _, ...view } = sampleView([]);
  expect(lines({ ...view, workerSilent: true })).toEqual([
    'golden-1  waits for a worker (none answers): lightsail-fleet worker',
  ]);
  expect(lines({ ...view, workerSilent: false })).toEqual(['golden-1  planning']);
});

test('control characters of a problem do not reach the terminal', () => {
  const view = sampleView(['failed']);
  if (view.progress?.instances[0] !== undefined)
    view.progress.instances[0].problem = 'a\u001b[2Jb\u0007\u202ec';
  expect(lines(view).at(-1)).toBe('  web-001  failed       a?[2Jb??c');
});
