import type { InstanceProgress } from '../../src/contract/fleet-progress';
import { noteTimes } from '../../src/workflows/instance-times';

const at = (second: number) => `2026-11-25T02:00:${String(second).padStart(2, '0')}.000Z`;
type Change = Partial<InstanceProgress>;

/** What is known of an instance after these changes, one a second. */
function after(...changes: Change[]): InstanceProgress {
  let known: InstanceProgress | undefined;
  for (const [second, change] of changes.entries())
    known = noteTimes({ name: 'web-01', before: known, change, at: at(second) });
  if (known === undefined) throw new Error('no change');
  return known;
}

const planned: Change = { state: 'planned' };
const creating = (second: number): Change => ({ state: 'creating', requestedAt: at(second) });

test('an instance that is undone has the time of each step', () => {
  expect(
    after(planned, creating(1), { state: 'failed' }, { state: 'removing' }, { state: 'removed' }),
  ).toMatchObject({ requestedAt: at(1), failedAt: at(2), removingAt: at(3), removedAt: at(4) });
});

test('it is gone when it was first seen to be, however often that is said', () => {
  const again: Change[] = [{ state: 'removed' }, { problem: 'x' }, { state: 'removed' }];
  expect(after(planned, creating(1), ...again).removedAt).toBe(at(2));
});

test('what was never asked for was not removed', () => {
  expect(after(planned, { state: 'removed' }).removedAt).toBeUndefined();
});

test('what is left behind was not removed either', () => {
  expect(
    after(planned, creating(1), { state: 'removed' }, { state: 'left-behind' }).removedAt,
  ).toBeUndefined();
});

test('one that is made again keeps what became of the first', () => {
  const operation = { id: 'op-1', statusChangedAt: at(2) };
  const first: Change[] = [{ state: 'failed', operation }, { state: 'removed' }];
  const second = after(planned, creating(1), ...first, creating(4));
  expect(second.earlier).toEqual([
    { requestedAt: at(1), operationEndedAt: at(2), failedAt: at(2), removedAt: at(3) },
  ]);
  expect([second.requestedAt, second.failedAt, second.removedAt]).toEqual([at(4), undefined, undefined]);
});

test('of one that is made again and again the last three tries are kept, and all are counted', () => {
  const tries = [1, 4, 7, 10, 13].flatMap((second): Change[] => [
    ...[creating(second), { state: 'failed' as const }, { state: 'removed' as const }],
  ]);
  const last = after(planned, ...tries, creating(16));
  expect(last.earlier?.map(({ requestedAt }) => requestedAt)).toEqual([at(7), at(10), at(13)]);
  expect(last.earlierCount).toBe(5);
});
