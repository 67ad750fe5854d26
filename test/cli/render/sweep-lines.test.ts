import { sweepLines, sweepNextSteps, sweepSummary } from '../../../src/cli/render/sweep-lines';
import type { SweepFleetsResult, SweptGroup } from '../../../src/client';

const NOW = new Date('2026-11-25T12:00:00Z');

const group = (change: Partial<SweptGroup> = {}): SweptGroup => ({
  fleetId: 'nightly',
  ownerId: '0192f1c4-7a2b-7def-8000-1f2e3d4c5b6a',
  region: 'us-east-1',
  state: 'terminated',
  instances: 2,
  disks: 1,
  names: ['web-1', 'web-2'],
  newestAt: '2026-11-22T12:00:00Z',
  monthlyPriceUsd: 10,
  action: 'reported',
  ...change,
});

const result = (...groups: SweptGroup[]): SweepFleetsResult => ({
  regions: ['us-east-1'],
  unread: [],
  groups,
  more: false,
  removed: [],
  removedCount: 0,
  leftAlone: [],
  survivors: [],
  startedAt: NOW.toISOString(),
  endedAt: NOW.toISOString(),
});

test('a line for each group tells state, size, price, age of the youngest, and what a sweep does with it', () => {
  const [head, line] = sweepLines({ result: result(group()), width: Infinity, now: NOW });
  expect(head).toMatch(/^FLEET +STATE +REGION +INSTANCES +DISKS +USD\/MONTH +AGE +SWEEP +OWNER/);
  expect(line).toMatch(/^nightly +terminated +us-east-1 +2 +1 +10\.00 +3 d +would be deleted +0192f1c4/);
});

test('the summary counts by what becomes of them, and leaves out what runs or stands', () => {
  const groups = [
    group(),
    group({ action: 'survivors' }),
    group({ action: 'too-young' }),
    group({ state: 'standing', action: 'none' }),
  ];
  expect(sweepSummary(result(...groups))).toBe(
    '3 groups that no run answers for, 30.00 USD a month: 1 would be deleted, 1 too young, 1 something is left',
  );
  expect(sweepSummary(result(group({ state: 'running', action: 'none' })))).toBe('nothing is left behind');
});

test('a report says how what it found is deleted', () => {
  expect(sweepNextSteps(result(group()))).toEqual([expect.stringContaining('--delete')]);
  expect(sweepNextSteps(result(group({ action: 'too-young' })))).toEqual([
    expect.stringMatching(/--min-age.*lightsail-fleet delete/),
  ]);
  expect(sweepNextSteps(result(group({ action: 'removed' })))).toEqual([]);
});
