import { findGroupOverlap } from '../../../src/client/schedules/check-group';
import type { CloneFleetInput } from '../../../src/contract/clone-fleet-input';
import { factsOf } from '../../../src/client/schedules/schedule-options';
import { fakeSchedules } from './fake-schedules';

const requestOf = (instanceSnapshotName: string, fleet: CloneFleetInput['fleet'] = {}): CloneFleetInput => ({
  ...{ instanceSnapshotName, availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' },
  fleet: { nameTemplate: 'web-{date}-{index}', count: 1, group: 'web', keepLast: 2, ...fleet },
});

async function overlap(first: CloneFleetInput, second: CloneFleetInput): Promise<string | undefined> {
  const context = fakeSchedules([{ scheduleId: 'first', request: first }]);
  const problem = await findGroupOverlap(context, { scheduleId: 'second', request: second });
  return problem?.message;
}

const shares = { shareGroup: true };

test('two schedules share a group of two sources only when both say so', async () => {
  expect(await overlap(requestOf('golden'), requestOf('silver'))).toContain(
    'fleet.shareGroup: true in both schedules',
  );
  expect(await overlap(requestOf('golden'), requestOf('silver', shares))).toContain(
    'fleet.shareGroup: true, which schedule first does not say',
  );
  expect(await overlap(requestOf('golden', shares), requestOf('silver'))).toContain('in both schedules');
  expect(await overlap(requestOf('golden', shares), requestOf('silver', shares))).toBeUndefined();
});

test('two schedules of one source share a group only when both say so, too: each would delete what the other made', async () => {
  expect(await overlap(requestOf('golden'), requestOf('golden', { keepLast: undefined }))).toContain(
    'is that of schedule first already, which clones golden, too: expected another group',
  );
  expect(await overlap(requestOf('golden', shares), requestOf('golden', shares))).toBeUndefined();
});

test('schedules of other groups or Regions, or that never rotate, do not meet', async () => {
  expect(await overlap(requestOf('golden'), requestOf('silver', { group: 'db' }))).toBeUndefined();
  const elsewhere = { ...requestOf('golden'), availabilityZone: 'eu-west-1a' };
  expect(await overlap(requestOf('golden'), elsewhere)).toBeUndefined();
  const keeps = { keepLast: undefined };
  expect(await overlap(requestOf('golden', keeps), requestOf('silver', keeps))).toBeUndefined();
});

test('what a schedule starts is asked of it, as its memo tells what it started when it was made', async () => {
  const memo = factsOf(requestOf('golden', { group: 'db' }));
  const context = fakeSchedules([{ scheduleId: 'first', request: requestOf('golden'), memo }]);
  const problem = await findGroupOverlap(context, { scheduleId: 'second', request: requestOf('golden') });
  expect(problem?.message).toContain('group web in us-east-1 is that of schedule first already');
});
