import { judgeGenerations } from '../../src/activities/judge-generations';
import type { Generation } from '../../src/activities/read-generations';

const NEW = 'owner-new';

function generation(name: string, day: number, change: Partial<Generation> = {}): Generation {
  return {
    fleetId: name,
    ownerId: `owner-${name}`,
    ...{ instances: 2, running: 2, minReady: 2 },
    createdAt: `2026-11-${String(day).padStart(2, '0')}T02:00:00.000Z`,
    source: 'golden',
    state: 'completed',
    ...change,
  };
}

function judge(generations: Generation[], change: Partial<Parameters<typeof judgeGenerations>[0]> = {}) {
  const judged = judgeGenerations({
    ...{ ownerId: NEW, expected: 2, keepLast: 2, source: 'golden', shareGroup: false },
    generations,
    ...change,
  });
  const ids = (list: readonly Generation[]) => list.map(({ fleetId }) => fleetId);
  return {
    due: ids(judged.due),
    kept: ids(judged.kept),
    alone: judged.alone.map(({ generation: { fleetId }, cause }) => `${fleetId}: ${cause}`),
    problem: judged.problem,
  };
}

const own = generation('new', 20, { state: 'running' });

describe('which older fleets go', () => {
  test('are those beyond keepLast, the new one included, oldest first', () => {
    const all = [generation('c', 18), generation('a', 16), own, generation('b', 17)];
    expect(judge(all)).toEqual({ due: ['a', 'b'], kept: ['c'], alone: [], problem: undefined });
    expect(judge(all, { keepLast: 1 }).due).toEqual(['a', 'b', 'c']);
    expect(judge(all, { keepLast: 4 }).due).toEqual([]);
  });

  test('are the same ones in any order of the listing, also of two that were created in one second', () => {
    const all = [generation('a', 16), generation('b', 16), own];
    expect(judge(all).due).toEqual(['a']);
    expect(judge([...all].reverse()).due).toEqual(['a']);
  });

  test('are none while the new one is not seen whole, or is doubted itself', () => {
    const old = generation('old', 1);
    expect(judge([old])).toMatchObject({ due: [], problem: '0 of 2 instances of the new fleet are seen' });
    expect(judge([old, { ...own, instances: 1 }])).toMatchObject({
      due: [],
      problem: expect.stringMatching(/^1 of 2/),
    });
    expect(judge([old, { ...own, doubt: 'somebody changed a tag' }])).toMatchObject({
      due: [],
      problem: 'somebody changed a tag',
    });
    expect(judge([old, { ...own, createdAt: undefined }])).toMatchObject({
      due: [],
      problem: 'Lightsail does not tell when the new fleet was created',
    });
  });

  test('are none while not all of the new one runs: its instances may be pending, or stopped again', () => {
    expect(judge([generation('old', 1), { ...own, running: 1 }])).toMatchObject({
      due: [],
      problem: '1 of 2 instances of the new fleet are running',
    });
  });

  test('count none that has lost instances: a whole one stays in its place, and it goes when a whole one would', () => {
    const wreck = generation('wreck', 19, { instances: 1 });
    const judged = judge([own, wreck, generation('whole', 18), generation('older', 17)]);
    expect(judged).toMatchObject({ kept: ['whole'], due: ['older'] });
    expect(judged.alone).toEqual([
      'wreck: it is not whole and counts for none: 1 instances are there, and 2 must be',
    ]);
    const half = generation('half', 16, { instances: 1 });
    expect(judge([own, generation('whole', 18), half])).toMatchObject({ kept: ['whole'], due: ['half'] });
    const fewer = generation('fewer', 19, { instances: 1, minReady: 1 });
    expect(judge([own, fewer, generation('whole', 18)])).toMatchObject({ kept: ['fewer'], due: ['whole'] });
  });

  test('count no fleet that is not ready: the last ready one stays', () => {
    const failed = generation('failed', 19, { state: 'failed' });
    const terminated = generation('ended', 18, { state: 'terminated' });
    const running = generation('running', 17, { state: 'running' });
    const judged = judge([own, failed, terminated, running, generation('good', 2)]);
    expect(judged).toMatchObject({ due: [], kept: ['good'] });
    expect(judged.alone).toHaveLength(3);
  });

  test('are never newer ones, of another source, doubted or of unknown age', () => {
    const { due, alone } = judge(
      [
        own,
        generation('newer', 21),
        generation('other', 2, { source: 'silver' }),
        generation('unknown', 2, { source: undefined }),
        generation('doubted', 2, { doubt: 'somebody changed a tag' }),
        generation('ageless', 2, { createdAt: undefined }),
        generation('sizeless', 2, { minReady: undefined }),
      ],
      { keepLast: 1 },
    );
    expect([due, alone.length]).toEqual([[], 6]);
  });

  test('are those of another source, too, where the group is shared; never doubted ones', () => {
    const all = [
      own,
      generation('other', 2, { source: 'silver' }),
      generation('far', 1, { doubt: 'it is of another namespace' }),
    ];
    expect(judge(all, { keepLast: 1, shareGroup: true }).due).toEqual(['other']);
  });

  test('a fleet that is known to be ready goes only when as many known ones stay', () => {
    const forgotten = (name: string, day: number) => generation(name, day, { state: 'not-found' });
    const mixed = [own, forgotten('f1', 19), generation('known', 18), forgotten('f2', 17)];
    expect(judge(mixed)).toMatchObject({ kept: ['f1', 'known'], due: ['f2'] });
    expect(judge([own, forgotten('f1', 19), forgotten('f2', 18), forgotten('f3', 17)])).toMatchObject({
      kept: ['f1'],
      due: ['f3', 'f2'],
    });
  });
});
