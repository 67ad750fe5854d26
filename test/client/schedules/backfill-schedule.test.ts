import { backfillSchedule } from '../../../src/client/schedules/backfill-schedule';
import { fakeSchedules } from './fake-schedules';

test('a backfill of a schedule that rotates is refused: what it makes would pass for the newest', async () => {
  const request = {
    ...{ instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' },
    fleet: { nameTemplate: 'web-{date}-{index}', count: 1, group: 'web', keepLast: 2 },
  };
  const context = fakeSchedules([{ scheduleId: 'nightly', request }]);
  const [from, to] = ['2026-11-01T00:00:00Z', '2026-11-03T00:00:00Z'];
  await expect(backfillSchedule(context, { scheduleId: 'nightly', from, to })).rejects.toThrow(
    /request\.fleet\.keepLast: the runs of this schedule keep the last 2, and what a backfill makes now would count as newer/,
  );
});
