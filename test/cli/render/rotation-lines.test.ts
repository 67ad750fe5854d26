import type { Rotation } from '../../../src/client';
import { rotationLines } from '../../../src/cli/render/rotation-lines';

const id = { fleetId: 'nightly-0', ownerId: 'run-0' };
const rotation: Rotation = {
  ...{ group: 'web', keepLast: 1, done: true, kept: [], left: [], alone: [], leftCount: 0, aloneCount: 0 },
  removed: [{ ...id, resources: 2 }],
  disksLeft: [],
  disksLeftCount: 0,
};

test('disks that a rotation leaves are named, and counted where they are many', () => {
  expect(rotationLines(rotation)).toEqual(['group web keeps the last 1: deleted nightly-0']);
  const disksLeft = Array.from({ length: 25 }, (_, index) => ({
    ...{ ...id, name: `data-${String(index)}`, cause: 'nothing shows that it was made with web-01' },
  }));
  const lines = rotationLines({ ...rotation, disksLeft, disksLeftCount: 120 });
  expect(lines[1]).toBe(
    '  disk data-0 of nightly-0 is still there, and billed: nothing shows that it was made with web-01',
  );
  expect(lines.slice(20)).toEqual([
    expect.stringContaining('data-19'),
    '  and 100 other disks that are still there, and billed',
  ]);
});

test('fleets that are left, or left alone, are counted where they are many', () => {
  const some = Array.from({ length: 25 }, (_, index) => ({ ...id, fleetId: `nightly-${String(index)}` }));
  const left = some.map((one) => ({ ...one, cause: 'denied', command: 'lightsail-fleet delete' }));
  const alone = some.map((one) => ({ ...one, cause: 'it is newer' }));
  const lines = rotationLines({ ...rotation, left, leftCount: 171, alone, aloneCount: 25 });
  expect(lines.filter((line) => line.startsWith('  and '))).toEqual([
    '  and 151 other fleets that are still there, and billed',
    '  and 5 other fleets left alone',
  ]);
});
