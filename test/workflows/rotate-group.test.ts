import type { Rotation } from '../../src/contract/rotation-result';
import { isStuck } from '../../src/workflows/rotate-group';

const rotation: Rotation = {
  ...{
    group: 'web',
    keepLast: 1,
    done: true,
    kept: [],
    removed: [],
    left: [],
    alone: [],
    leftCount: 0,
    aloneCount: 0,
  },
  ...{ disksLeft: [], disksLeftCount: 0 },
};
const left = { fleetId: 'nightly-0', ownerId: 'run-0', cause: 'denied', command: 'lightsail-fleet delete' };

test('a schedule goes on after a limit of one rotation, and stops for what the next one would meet again', () => {
  expect(isStuck(rotation)).toBe(false);
  expect(isStuck({ ...rotation, left: [{ ...left, later: true }] })).toBe(false);
  expect(isStuck({ ...rotation, left: [{ ...left, later: true }, left] })).toBe(true);
  expect(isStuck({ ...rotation, disksLeftCount: 1 })).toBe(true);
  expect(isStuck({ ...rotation, problem: 'nobody could look' })).toBe(true);
});
