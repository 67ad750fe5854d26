import { findRepeat } from '../../../src/client/schedules/find-repeat';
import type { CloneFleetInput } from '../../../src/contract/clone-fleet-input';

function requestOf(nameTemplate: string): CloneFleetInput {
  return {
    instanceSnapshotName: 'golden',
    availabilityZone: 'us-east-1a',
    bundleId: 'nano_3_0',
    fleet: { nameTemplate, count: 3 },
  };
}

const times = (...texts: string[]) => texts.map((text) => new Date(`2026-11-${text}:00Z`));
const DAILY = times('25T02:00', '26T02:00', '27T02:00');
const LATE_AND_EARLY = times('25T23:00', '26T01:00', '26T23:00', '27T01:00');

test.each([
  ['web-{date}-{index}', DAILY],
  ['web-{run}-{index}', DAILY],
  ['web-{date}-{time}-{index}', LATE_AND_EARLY],
  ['web-{index}', DAILY.slice(0, 1)],
])('%s does not repeat', (template, due) => {
  expect(findRepeat({ request: requestOf(template), times: due })).toBeUndefined();
});

test.each([
  ['web-{index}', DAILY, 'web-1'],
  ['web-{time}-{index}', DAILY, 'web-020000-1'],
  ['web-{date}-{index}', LATE_AND_EARLY, 'web-20261126-1'],
])('%s repeats, and the message says when and which', (template, due, name) => {
  expect(findRepeat({ request: requestOf(template), times: due })).toEqual({
    path: 'request.fleet.nameTemplate',
    message: expect.stringMatching(
      new RegExp(`^the runs of 2026-.*Z and 2026-.*Z would both take the name "${name}"`),
    ),
  });
});

test('fixed names repeat as soon as there are two runs', () => {
  const { fleet: _fleet, ...request } = requestOf('');
  expect(findRepeat({ request: { ...request, instanceNames: ['web-a'] }, times: DAILY })?.path).toBe(
    'request.instanceNames',
  );
});
