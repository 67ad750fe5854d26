import type { DueEvent } from './due-event';

/** A binary heap of what falls due, the earliest first; equal times in the order of their ids. */
export class DueQueue {
  private readonly heap: DueEvent[] = [];

  peek(): DueEvent | undefined {
    return this.heap[0];
  }

  /** In no particular order. */
  all(): readonly DueEvent[] {
    return this.heap;
  }

  push(item: DueEvent): void {
    const { heap } = this;
    let index = heap.length;
    heap.push(item);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent] as DueEvent;
      if (isBefore(above, item)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = item;
  }

  pop(): DueEvent | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as DueEvent, heap[child] as DueEvent)) child++;
      const below = heap[child] as DueEvent;
      if (isBefore(last, below)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}

function isBefore(a: DueEvent, b: DueEvent): boolean {
  return a.dueMillis < b.dueMillis || (a.dueMillis === b.dueMillis && a.id < b.id);
}
