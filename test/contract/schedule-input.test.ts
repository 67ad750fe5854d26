import { parseScheduleInput } from '../../src/contract/schedule-input';
import { formatProblem } from '../../src/contract/problems';

const request = {
  instanceSnapshotName: 'golden',
  availabilityZone: 'us-east-1a',
  bundleId: 'nano_3_0',
  fleet: { nameTemplate: 'web-{date}-{index}', count: 2 },
};

const problemsOf = (input: unknown) => (parseScheduleInput(input).problems ?? []).map(formatProblem);

test('a schedule needs an id, a request and a time', () => {
  expect(parseScheduleInput({ scheduleId: 'nightly', cron: ['0 2 * * *'], request }).input).toMatchObject({
    request,
  });
  const calendars = [{ hour: [2, { start: 8, end: 18, step: 2 }], dayOfWeek: 'MONDAY', month: '*' }];
  expect(problemsOf({ scheduleId: 'nightly', calendars, request })).toEqual([]);
});

test('every problem is told at once, those of the request under it', () => {
  const problems = problemsOf({
    scheduleId: 'a b',
    cron: ['TZ=UTC 0 2 * * *'],
    calendars: [{ hour: 24, minutes: 3 }],
    overlap: 'terminate-other',
    catchupMinutes: 0,
    maxRuns: 0.5,
    startAt: 'tomorrow',
    retries: 3,
    request: { ...request, fleet: { keepLast: 0 } },
  });
  for (const text of [
    'scheduleId: expected 1 to 107 characters',
    'cron[0]: expected no time zone in it: give timeZone',
    'calendars[0].hour: expected 0 to 23',
    'calendars[0].minutes: unknown member',
    'overlap: expected one of skip, buffer-one, buffer-all, cancel-other, allow-all, got "terminate-other"',
    'catchupMinutes: expected 1 to 10080',
    'maxRuns: ',
    'startAt: expected a time such as 2026-12-01T00:00:00Z',
    'retries: unknown member',
    'request.fleet.keepLast: expected 1 to 100',
    'request.fleet.group: required beside fleet.keepLast',
    'request.instanceNames: required',
  ])
    expect(problems.join('\n')).toContain(text);
});

test('times that contradict each other, or are missing, are told', () => {
  expect(problemsOf({ scheduleId: 'x', request })).toEqual([
    'cron: required: expected a cron expression, or calendars, got neither',
  ]);
  const range = { startAt: '2026-12-02T00:00:00Z', endAt: '2026-12-01T00:00:00+01:00' };
  expect(problemsOf({ scheduleId: 'x', cron: ['@daily'], request, ...range })).toEqual([
    expect.stringContaining('endAt: expected a time after startAt'),
  ]);
  expect(problemsOf(undefined).length).toBeGreaterThan(0);
});

test('a group leaves room for 43 tags, as seven are ours', () => {
  const tags = Array.from({ length: 45 }, (_, index) => ({ key: `k${String(index)}` }));
  const grouped = { ...request, tags, fleet: { ...request.fleet, group: 'web' } };
  expect(problemsOf({ scheduleId: 'x', cron: ['@daily'], request: grouped })).toEqual([
    expect.stringContaining('request.tags: expected at most 43 tags beside fleet.group'),
  ]);
});

test('allow-all is refused until it is said that no failure pauses the schedule', () => {
  const often = { scheduleId: 'x', cron: ['@daily'], request, overlap: 'allow-all' };
  const told = [expect.stringContaining('pauseOnFailure: expected false beside overlap allow-all')];
  expect(problemsOf(often)).toEqual(told);
  expect(problemsOf({ ...often, pauseOnFailure: true })).toEqual(told);
  expect(problemsOf({ ...often, pauseOnFailure: false })).toEqual([]);
});
