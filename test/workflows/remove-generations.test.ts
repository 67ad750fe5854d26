import type { FindGenerationsResult } from '../../src/contract/rotation';
import type { Rotation } from '../../src/contract/rotation-result';
import { deleteGeneration } from '../../src/workflows/delete-generation';
import type { FleetRun } from '../../src/workflows/fleet-run';
import {
  NOT_SEEN,
  removeGenerations,
  type LookAgain,
  type RemoveGenerationsInput,
} from '../../src/workflows/remove-generations';

jest.mock('../../src/workflows/delete-generation');

const deletions = jest.mocked(deleteGeneration);
const onGone = jest.fn();
const run = { requirePlan: { region: 'us-east-1' }, show: () => undefined } as unknown as FleetRun;

const id = (name: string) => ({ fleetId: name, ownerId: `of-${name}` });
const ids = (count: number) => Array.from({ length: count }, (_, index) => id(`f${String(index)}`));
const namesOf = (list: { fleetId: string }[]) => list.map(({ fleetId }) => fleetId);

const done = (removedCount: number, disks: string[] = []) =>
  ({
    removedCount,
    removed: Array.from({ length: removedCount }, (_, index) => ({
      ...{ resourceType: 'Instance', name: `web-${String(index)}`, region: 'us-east-1', ...id('f0') },
    })),
    startedAt: '2026-11-25T02:00:00.000Z',
    leftAlone: disks.map((name) => ({ resourceType: 'Disk', region: 'us-east-1', name, cause: 'no tag' })),
  }) as unknown as Awaited<ReturnType<typeof deleteGeneration>>;

/** What an account with these older fleets answers, each of them due until it is deleted. */
class Group {
  readonly gone: string[][] = [];
  change: Partial<FindGenerationsResult> = {};

  constructor(public due: ReturnType<typeof id>[]) {}

  readonly look: LookAgain = ({ gone }) => {
    this.gone.push(gone);
    this.due = this.due.filter(({ ownerId }) => !gone.includes(ownerId));
    const { due } = this;
    return Promise.resolve({
      ...{ due: due.slice(0, 100), dueCount: due.length, kept: [], alone: [], aloneCount: 0, stillSeen: [] },
      ...this.change,
    });
  };
}

/** Later nobody can look. */
const onlyFirst =
  (group: Group): LookAgain =>
  (input) =>
    input.deletions === 0 ? group.look(input) : Promise.reject(new Error('denied'));

async function rotate(group: Group, change: Partial<RemoveGenerationsInput> = {}): Promise<Rotation> {
  const rotation: Rotation = {
    ...{ group: 'web', keepLast: 1, done: false, kept: [], removed: [], left: [], leftCount: 0 },
    ...{ alone: [], aloneCount: 0, disksLeft: [], disksLeftCount: 0 },
  };
  const limits = { until: Number.POSITIVE_INFINITY, isCancelled: () => false, onGone };
  await removeGenerations({ run, rotation, lookAgain: group.look, ...limits, ...change });
  return rotation;
}

beforeEach(() => {
  onGone.mockReset();
  deletions.mockReset().mockResolvedValue(done(1));
});

describe('between two deletions a rotation looks again', () => {
  it('and stops when the new fleet is not whole any more: what is left of the older ones stays', async () => {
    const group = new Group(ids(3));
    deletions.mockImplementation(() => {
      const problem = '0 of 2 instances of the new fleet are seen';
      group.change = { due: [], dueCount: 0, problem };
      return Promise.resolve(done(2));
    });
    const { removed, problem, left } = await rotate(group);
    expect([deletions.mock.calls.length, namesOf(removed), left]).toEqual([1, ['f0'], []]);
    expect(problem).toBe('nothing more was deleted: 0 of 2 instances of the new fleet are seen');
  });

  it('and leaves a fleet that a person has taken out of the group meanwhile', async () => {
    const group = new Group(ids(3));
    deletions.mockImplementationOnce(() => {
      group.due = group.due.filter(({ fleetId }) => fleetId !== 'f1');
      return Promise.resolve(done(2));
    });
    const { removed, left } = await rotate(group);
    expect([namesOf(removed), left]).toEqual([['f0', 'f2'], []]);
  });

  it('and stops where nobody can look: the deletions before stand', async () => {
    const group = new Group(ids(2));
    const { removed, problem } = await rotate(group, { lookAgain: onlyFirst(group) });
    expect(namesOf(removed)).toEqual(['f0']);
    expect(problem).toBe('nothing more was deleted: nobody could look for older fleets: denied');
  });

  it('and tells of the last look only what it has proven', async () => {
    const unproven = () => rotate(new Group([]), { lookAgain: onlyFirst(new Group(ids(1))) });
    const { removed, problem } = await unproven();
    expect([removed, problem]).toEqual([[{ ...id('f0'), resources: 1 }], undefined]);
    deletions.mockResolvedValue(done(0));
    expect((await unproven()).left).toMatchObject([{ fleetId: 'f0', cause: NOT_SEEN }]);
    expect((await rotate(new Group(ids(1)))).removed).toEqual([{ ...id('f0'), resources: 0 }]);
  });

  it('and takes for left what is still seen, whatever its deletion said', async () => {
    const group = new Group(ids(2));
    group.change = { stillSeen: ['of-f0', 'of-f1'] };
    deletions.mockResolvedValueOnce(done(1)).mockResolvedValueOnce(done(0));
    const { removed, left } = await rotate(group);
    expect([removed, left.map(({ cause }) => cause)]).toEqual([
      [],
      [expect.stringContaining('is there again or still'), NOT_SEEN],
    ]);
    expect(onGone).not.toHaveBeenCalled();
  });

  it('and tells a listing only of what a look has not seen any more', async () => {
    await rotate(new Group([]), { lookAgain: onlyFirst(new Group(ids(1))) });
    expect(onGone).not.toHaveBeenCalled();
    deletions.mockResolvedValue(done(2, ['data-1']));
    await rotate(new Group(ids(1)));
    const since = '2026-11-25T02:00:00.000Z';
    expect(onGone.mock.calls).toEqual([
      [[{ ...id('f0'), region: 'us-east-1', instances: 2, since, disksLeft: 1 }]],
    ]);
  });
});

it('a cancellation ends with the deletion that goes on: no other begins, and the rest is left', async () => {
  let cancelled = false;
  deletions.mockImplementation(() => {
    cancelled = true;
    return Promise.resolve(done(1));
  });
  const { removed, left, problem } = await rotate(new Group(ids(3)), { isCancelled: () => cancelled });
  expect([namesOf(removed), problem]).toEqual([['f0'], undefined]);
  const cause = 'the run was cancelled before it was deleted';
  expect(left).toMatchObject([
    { fleetId: 'f1', cause, cancelled: true },
    { fleetId: 'f2', cause, cancelled: true },
  ]);
});

it('what a rotation has no time for is left to the next one, with a command', async () => {
  const until = Date.now() + 1000;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(until - 1);
  deletions.mockImplementation(() => {
    clock.mockReturnValue(until);
    return Promise.resolve(done(1));
  });
  const rotation = await rotate(new Group(ids(3)), { until });
  clock.mockRestore();
  expect(namesOf(rotation.removed)).toEqual(['f0']);
  expect(rotation.left).toEqual([
    {
      ...{ ...id('f1'), cause: 'no time left, the next one goes on', later: true },
      command: 'lightsail-fleet delete f1 --owner of-f1 --region us-east-1',
    },
    expect.objectContaining({ fleetId: 'f2', later: true }),
  ]);
});

it('one rotation deletes 50 older fleets, goes on past one that cannot be deleted, and counts all that is left', async () => {
  deletions.mockImplementation(({ generation }) =>
    generation.fleetId === 'f1' ? Promise.reject(new Error('denied')) : Promise.resolve(done(2)),
  );
  const group = new Group(ids(220));
  const { removed, left, leftCount } = await rotate(group);
  expect([removed.length, deletions.mock.calls.length, group.gone.length]).toEqual([49, 50, 51]);
  expect(left.slice(0, 2).map(({ fleetId, cause, later }) => [fleetId, cause, later])).toEqual([
    ['f1', 'denied', undefined],
    ['f50', 'one rotation deletes 50, the next one goes on', true],
  ]);
  expect([left.length, leftCount]).toEqual([100, 171]);
});

it('disks that a deletion leaves alone are named, and counted where they are many', async () => {
  const disks = Array.from({ length: 80 }, (_, index) => `data-${String(index)}`);
  deletions.mockResolvedValue(done(1, disks));
  const { disksLeft, disksLeftCount } = await rotate(new Group(ids(2)));
  expect([disksLeft.length, disksLeftCount]).toEqual([100, 160]);
  expect(disksLeft[0]).toEqual({ ...id('f0'), name: 'data-0', cause: 'no tag' });
});
