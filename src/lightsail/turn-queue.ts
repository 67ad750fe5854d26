import { AbortError } from './abort-error';

/** In order of rank: creates and deletes (`write`) go first, as a fleet waits for them. */
const PRIORITIES = ['write', 'read'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface WaitForTurnInput {
  priority: Priority;
  signal?: AbortSignal | undefined;
}

/** Who waits for a turn: by priority, and first come first served within one. */
export class TurnQueue {
  /** Sets keep the order of insertion and drop an aborted waiter from the middle at no cost. */
  private readonly waiting: Record<Priority, Set<() => void>> = { write: new Set(), read: new Set() };

  get size(): number {
    return this.waiting.write.size + this.waiting.read.size;
  }

  counts(): Record<Priority, number> {
    return { write: this.waiting.write.size, read: this.waiting.read.size };
  }

  wait({ priority, signal }: WaitForTurnInput): Promise<void> {
    const queue = this.waiting[priority];
    return new Promise((resolve, reject) => {
      const grant = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        signal?.removeEventListener('abort', giveUp);
        queue.delete(grant);
        reject(new AbortError('a call that waited for its turn', signal));
      };
      signal?.addEventListener('abort', giveUp);
      queue.add(grant);
    });
  }

  /** Gives the turn to the next one; false when nobody waits. */
  grantNext(): boolean {
    for (const priority of PRIORITIES) {
      const [grant] = this.waiting[priority];
      if (grant === undefined) continue;
      this.waiting[priority].delete(grant);
      grant();
      return true;
    }
    return false;
  }
}
