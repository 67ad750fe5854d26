import type { Rotation } from '../../src/contract/rotation-result';
import type { FleetRun } from '../../src/workflows/fleet-run';
import { isCancelledOnly, noteOf } from '../../src/workflows/pause-schedule-of';

const run = { identity: { fleetId: 'nightly-2' } } as unknown as FleetRun;
const id = { fleetId: 'nightly-1', ownerId: 'run-1' };
const left = { ...id, cause: 'denied', command: 'lightsail-fleet delete nightly-1' };
const rotation: Rotation = {
  ...{ group: 'web', keepLast: 1, done: true, kept: [], removed: [], left: [], leftCount: 0 },
  ...{ alone: [], aloneCount: 0, disksLeft: [], disksLeftCount: 0 },
};
const note = (change: Partial<Rotation>) => noteOf({ run, rotation: { ...rotation, ...change } });

test('the note of a paused schedule says why, of fleets, disks and what kept it from looking, and where it is told', () => {
  const head = 'paused by lightsail-fleet: the rotation after nightly-2 is incomplete:';
  const see = 'See: lightsail-fleet show nightly-2';
  expect(note({ left: [left, left], leftCount: 140 })).toBe(
    `${head} older fleet nightly-1 and 139 more is still there, and billed: denied. ${see}`,
  );
  expect(note({ disksLeft: [{ ...id, name: 'data', cause: 'no tag' }], disksLeftCount: 1 })).toBe(
    `${head} disk data of older fleet nightly-1 is still there, and billed: no tag. ${see}`,
  );
  expect(note({ problem: 'nobody could look' })).toBe(`${head} nobody could look. ${see}`);
});

test('a rotation that nothing but a cancellation kept from its end is told apart: a schedule that cancels goes on', () => {
  const only = (change: Partial<Rotation>) => isCancelledOnly({ ...rotation, ...change });
  const cancelled = { ...left, cancelled: true as const };
  expect(only({ left: [cancelled, { ...left, later: true }] })).toBe(true);
  expect(only({ left: [cancelled, left] })).toBe(false);
  expect(only({ left: [cancelled], disksLeftCount: 1 })).toBe(false);
  expect(only({ left: [cancelled], problem: 'nobody could look' })).toBe(false);
});
