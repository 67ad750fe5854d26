import type { Generation } from '../../src/contract/rotation';
import type { Rotation } from '../../src/contract/rotation-result';
import { deleteGeneration } from '../../src/workflows/delete-generation';
import type { FleetRun } from '../../src/workflows/fleet-run';
import { removeGenerations } from '../../src/workflows/remove-generations';

jest.mock('../../src/workflows/delete-generation');

const deletions = jest.mocked(deleteGeneration);
const run = { requirePlan: { region: 'us-east-1' }, show: () => undefined } as unknown as FleetRun;

const generations = (count: number): Generation[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ fleetId: `f${String(index)}`, ownerId: `o${String(index)}`, instances: 1, state: 'completed' },
  }));

const done = (removedCount: number, disks: string[] = []) =>
  ({
    removedCount,
    leftAlone: disks.map((name) => ({ resourceType: 'Disk', region: 'us-east-1', name, cause: 'no tag' })),
  }) as unknown as Awaited<ReturnType<typeof deleteGeneration>>;

async function rotate(due: Generation[], until = Number.POSITIVE_INFINITY): Promise<Rotation> {
  const rotation: Rotation = {
    ...{ group: 'web', keepLast: 1, done: false, kept: [], removed: [], left: [], alone: [] },
    ...{ disksLeft: [], disksLeftCount: 0 },
  };
  await removeGenerations({ run, rotation, due, until });
  return rotation;
}

beforeEach(() => {
  deletions.mockReset();
});

it('what a rotation has no time for is left to the next one, with a command', async () => {
  const until = Date.now() + 1000;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(until - 1);
  deletions.mockImplementation(() => {
    clock.mockReturnValue(until);
    return Promise.resolve(done(1));
  });
  const rotation = await rotate(generations(3), until);
  clock.mockRestore();
  expect(rotation.removed.map(({ fleetId }) => fleetId)).toEqual(['f0']);
  expect(rotation.left).toEqual([
    {
      ...{ fleetId: 'f1', ownerId: 'o1', cause: 'no time left, the next one goes on', later: true },
      command: 'lightsail-fleet delete f1 --owner o1 --region us-east-1',
    },
    expect.objectContaining({ fleetId: 'f2', later: true }),
  ]);
});

it('one rotation deletes 50 older fleets, and goes on past one that cannot be deleted', async () => {
  deletions.mockImplementation(({ generation }) =>
    generation.fleetId === 'f1' ? Promise.reject(new Error('denied')) : Promise.resolve(done(2)),
  );
  const { removed, left } = await rotate(generations(52));
  expect([removed.length, deletions.mock.calls.length]).toEqual([49, 50]);
  expect(left.map(({ fleetId, cause, later }) => [fleetId, cause, later])).toEqual([
    ['f1', 'denied', undefined],
    ['f50', 'one rotation deletes 50, the next one goes on', true],
    ['f51', 'one rotation deletes 50, the next one goes on', true],
  ]);
});

it('disks that a deletion leaves alone are named, and counted where they are many', async () => {
  const disks = Array.from({ length: 80 }, (_, index) => `data-${String(index)}`);
  deletions.mockResolvedValue(done(1, disks));
  const { disksLeft, disksLeftCount } = await rotate(generations(2));
  expect([disksLeft.length, disksLeftCount]).toEqual([100, 160]);
  expect(disksLeft[0]).toEqual({ fleetId: 'f0', ownerId: 'o0', name: 'data-0', cause: 'no tag' });
});
