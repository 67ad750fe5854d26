import { backfillSchedule } from '../../../src/client/schedules/backfill-schedule';
import { fakeSchedules } from './fake-schedules';

test.each([{ keepLast: 2 }, {}])(
  'a backfill of a group is refused: what it makes would pass for the newest (%j)',
  async (rotation) => {
    const request = {
      ...{ instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' },
      fleet: { nameTemplate: 'web-{date}-{index}', count: 1, group: 'web', ...rotation },
    };
    const context = fakeSchedules([{ scheduleId: 'nightly', request }]);
    const [from, to] = ['2026-11-01T00:00:00Z', '2026-11-03T00:00:00Z'];
    await expect(backfillSchedule(context, { scheduleId: 'nightly', from, to })).rejects.toThrow(
      /request\.fleet\.group: the runs of this schedule are generations of group web, and what a backfill makes now would count as newer/,
    );
  },
);
