import { AbortError } from './abort-error';

/** What a watch says of an item that it was shown: `done` ends the wait for its key. */
export type Verdict = 'waiting' | 'done';

export interface WatchInput<Item> {
  keys: readonly string[];
  /** Shown each time the item is read, until it is `done`. What it throws rejects the watch. */
  onItem: (item: Item) => Verdict;
  /** Told when a single read, which is the truth, finds nothing. Absent: the wait goes on. */
  onMissing?: ((key: string) => Verdict) | undefined;
  /** When the items were asked for: the first look comes some seconds after it. Absent: at once. */
  requestedAtMillis?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface WatchedKey<Item> {
  readonly key: string;
  readonly watches: Set<Watch<Item>>;
  /** When what it stands for was asked for. */
  sinceMillis: number;
  dueAtMillis: number;
  /** Looks in a row at the whole listing in which it did not appear. */
  absences: number;
}

interface Watch<Item> {
  readonly input: WatchInput<Item>;
  readonly waiting: Set<string>;
  end(error?: unknown): void;
}

export interface AddInput<Item> {
  input: WatchInput<Item>;
  sinceMillis: number;
  dueAtMillis: number;
}

/** Who waits for which key, and when each key is to be looked at. */
export class WatchList<Item> {
  readonly keys = new Map<string, WatchedKey<Item>>();
  private readonly watches = new Set<Watch<Item>>();
  /** How many keys were asked for by those who still wait: it does not fall while a watch draws to its end. */
  watchedCount = 0;

  /** `onIdle` is called when the last watch has ended. */
  constructor(private readonly onIdle: () => void) {}

  add({ input, sinceMillis, dueAtMillis }: AddInput<Item>): Promise<void> {
    const { signal } = input;
    const waiting = new Set(input.keys);
    const size = waiting.size;
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        watch.end(new AbortError('a watch', signal));
      };
      const watch: Watch<Item> = {
        input,
        waiting,
        end: (error) => {
          if (!this.watches.delete(watch)) return;
          signal?.removeEventListener('abort', giveUp);
          this.watchedCount -= size;
          for (const key of waiting) this.drop(key, watch);
          if (error === undefined) resolve();
          // The reason of a rejection is handed on as it came.
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
          else reject(error);
          if (this.watches.size === 0) this.onIdle();
        },
      };
      this.watches.add(watch);
      this.watchedCount += size;
      for (const key of waiting) this.enter({ key, watch, sinceMillis, dueAtMillis });
      signal?.addEventListener('abort', giveUp);
      if (signal?.aborted === true) giveUp();
      else if (size === 0) watch.end();
    });
  }

  /** Shows what was read of a key, or `undefined` for "not there", to each watch that waits for it. */
  report(key: string, item: Item | undefined): void {
    for (const watch of [...(this.keys.get(key)?.watches ?? [])]) {
      try {
        const { onItem, onMissing } = watch.input;
        const verdict = item === undefined ? onMissing?.(key) : onItem(item);
        if (verdict !== 'done') continue;
        watch.waiting.delete(key);
        this.drop(key, watch);
        if (watch.waiting.size === 0) watch.end();
      } catch (error) {
        watch.end(error);
      }
    }
  }

  /** Ends every watch with an error, or those that wait for one key. */
  fail(error: unknown, key?: string): void {
    const failed = key === undefined ? this.watches : (this.keys.get(key)?.watches ?? []);
    for (const watch of [...failed]) watch.end(error);
  }

  private enter({
    key,
    watch,
    sinceMillis,
    dueAtMillis,
  }: { key: string; watch: Watch<Item> } & Omit<AddInput<Item>, 'input'>) {
    const known = this.keys.get(key);
    if (known === undefined) {
      this.keys.set(key, { key, watches: new Set([watch]), sinceMillis, dueAtMillis, absences: 0 });
      return;
    }
    known.watches.add(watch);
    known.sinceMillis = Math.max(known.sinceMillis, sinceMillis);
    known.dueAtMillis = Math.min(known.dueAtMillis, dueAtMillis);
  }

  private drop(key: string, watch: Watch<Item>): void {
    const known = this.keys.get(key);
    known?.watches.delete(watch);
    if (known?.watches.size === 0) this.keys.delete(key);
  }
}
