import { judgeRotation, type Generation } from '../../src/contract/rotation';

const NEW = 'owner-new';

function generation(name: string, day: number, change: Partial<Generation> = {}): Generation {
  return {
    fleetId: name,
    ownerId: `owner-${name}`,
    instances: 2,
    createdAt: `2026-11-${String(day).padStart(2, '0')}T02:00:00.000Z`,
    source: 'golden',
    state: 'completed',
    ...change,
  };
}

function judge(generations: Generation[], change: Partial<Parameters<typeof judgeRotation>[0]> = {}) {
  const judged = judgeRotation({
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
      ],
      { keepLast: 1 },
    );
    expect([due, alone.length]).toEqual([[], 5]);
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
