import { triggerSchedule } from '../../../src/client/schedules/trigger-schedule';
import { fakeSchedules, type FakeSchedule } from './fake-schedules';

const nightly: FakeSchedule = {
  scheduleId: 'nightly',
  request: {
    ...{ instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' },
    fleet: { nameTemplate: 'web-{date}-{index}', count: 1 },
  },
};

const trigger = (schedule: FakeSchedule) =>
  triggerSchedule(fakeSchedules([schedule]), { scheduleId: 'nightly' });

test('a trigger that would take the names of the next scheduled run is refused, whether a run goes on or not', async () => {
  const laterToday = new Date();
  laterToday.setUTCHours(23, 59, 59, 0);
  const due = { ...nightly, nextActionTimes: [laterToday] };
  await expect(trigger(due)).rejects.toThrow(/fleet\.nameTemplate: the runs of .* would both take the name/);
  await expect(trigger({ ...due, running: 1 })).rejects.toThrow('would both take the name');
});

test('a trigger never terminates a run that goes on', async () => {
  await expect(trigger({ ...nightly, overlap: 'TERMINATE_OTHER', running: 1 })).rejects.toThrow(
    /overlap: a run of schedule nightly goes on, and its policy terminates that one/,
  );
});

test('a trigger asks before it starts anything, beside a run that goes on, too', async () => {
  const asked: unknown[] = [];
  const confirm = (proposed: unknown) => {
    asked.push(proposed);
    return Promise.resolve(false);
  };
  const context = fakeSchedules([{ ...nightly, overlap: 'BUFFER_ONE', running: 1 }]);
  expect(await triggerSchedule(context, { scheduleId: 'nightly', confirm })).toEqual({ state: 'declined' });
  expect(asked).toEqual([{ plan: undefined, overlap: 'BUFFER_ONE' }]);
});
