import * as fc from 'fast-check';
import type { DueEvent } from '../../../src/simulator/state/due-event';
import { DueQueue } from '../../../src/simulator/state/due-queue';

describe('the queue of what falls due', () => {
  it('gives the earliest first, and what is due together in the order it was put in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (times) => {
        const queue = new DueQueue();
        const items = times.map((dueMillis, id): DueEvent => ({
          id,
          dueMillis,
          event: { kind: 'create-appears', region: 'us-east-1', name: 'web-1' },
        }));
        for (const item of items) queue.push(item);
        const popped = items.map(() => queue.pop());
        expect(popped).toEqual([...items].sort((a, b) => a.dueMillis - b.dueMillis || a.id - b.id));
        expect(queue.pop()).toBeUndefined();
      }),
    );
  });
});
