import type { ProposedSchedule, ScheduleView } from '../../../src/client';
import { proposedLines, scheduleLines } from '../../../src/cli/render/schedule-lines';
import { costOf } from '../../../src/client/schedules/schedule-cost';
import type { ScheduleInput } from '../../../src/contract/schedule-input';

const now = new Date('2026-11-25T00:00:00Z');
const daysOn = (...days: number[]) => days.map((day) => new Date(now.getTime() + day * 24 * 3_600_000));

function costLine(times: Date[], keepLast?: number): string {
  const fleet = { count: 2, ...(keepLast === undefined ? {} : { keepLast }) };
  const input = { request: { fleet } } as unknown as ScheduleInput;
  const cost = costOf({ input, plan: { monthlyPriceUsd: 10 }, times, now });
  return proposedLines({ nextRuns: [], cost } as unknown as ProposedSchedule)[1] ?? '';
}

test('the cost of a schedule goes by keepLast, however rarely it runs', () => {
  expect(costLine(daysOn(1, 31), 2)).toContain(
    '10.00 USD a month a generation; 1 run in 30 days, of which the last 2 stand, and one more while the next is made: 20.00 USD a month for these',
  );
  expect(costLine(daysOn(1, 8, 15, 22, 29), 5)).toContain('50.00 USD a month for these');
  expect(costLine(daysOn(1, 2, 3))).toContain(
    '3 runs in 30 days, and nothing deletes one (see --group and --keep-last): 30.00 USD a month after that',
  );
});

const view = {
  ...{ scheduleId: 'nightly', source: 'golden', region: 'us-east-1', overlap: 'skip', pauseOnFailure: true },
  ...{ times: { timeZone: 'UTC', jitterSeconds: 0 }, nextRuns: [], runs: [], catchupMinutes: 10 },
} as unknown as ScheduleView;

const policyOf = (change: Partial<ScheduleView>) =>
  scheduleLines({ view: { ...view, ...change }, width: Infinity }).find((line) => line.includes('policy'));

test('a schedule shows whether a failure pauses it: where runs overlap, none is followed', () => {
  expect(policyOf({})).toContain('a failure pauses it');
  expect(policyOf({ overlap: 'allow-all' })).toContain('a failure does not pause it');
  expect(policyOf({ overlap: 'allow-all', pauseOnFailure: false })).toContain('goes on after a failure');
});
