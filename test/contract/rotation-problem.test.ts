import { rotationProblem } from '../../src/contract/rotation-problem';
import type { Rotation } from '../../src/contract/rotation-result';

const id = { fleetId: 'nightly-1', ownerId: 'run-1' };
const rotation: Rotation = {
  ...{ group: 'web', keepLast: 1, done: true, kept: [], removed: [], left: [], leftCount: 0 },
  ...{ alone: [{ ...id, cause: 'it is newer' }], aloneCount: 1, disksLeft: [], disksLeftCount: 0 },
};

test('a rotation that left a disk is a problem as one that left a fleet: both are billed', () => {
  expect(rotationProblem({})).toBeUndefined();
  expect(rotationProblem({ rotation })).toBeUndefined();
  const disksLeft = [{ ...id, name: 'data', cause: 'nothing shows that it was made with it' }];
  expect(rotationProblem({ rotation: { ...rotation, disksLeft, disksLeftCount: 3 } })).toBe(
    'disk data of older fleet nightly-1 and 2 more is still there, and billed: nothing shows that it was made with it',
  );
});
