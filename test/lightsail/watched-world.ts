import { LightsailError } from '../../src/lightsail/lightsail-error';
import { createSharedWatcher, type SharedWatcher } from '../../src/lightsail/shared-watcher';
import type { WatchInput } from '../../src/lightsail/watch-list';
import { FakeClock, seededRandom } from './fake-clock';

export interface Item {
  key: string;
  ended: boolean;
}

export interface WatchedWorldInput {
  clock?: FakeClock;
  pollCeilingSeconds?: number;
  seed?: number;
  /** Items that were there before, listed first. */
  oldItems?: number;
  pageSize?: number;
  latencyMillis?: number;
}

/** Items that end at set times, read over a slow line, with every call counted. */
export class WatchedWorld {
  readonly clock: FakeClock;
  readonly watcher: SharedWatcher<Item>;
  readonly calls: { way: 'one' | 'page'; atMillis: number; what: string }[] = [];
  /** Thrown by the next calls, in order; `undefined` lets one pass. */
  readonly failures: (LightsailError | undefined)[] = [];
  /** Keys that the listing leaves out. */
  readonly unlisted = new Set<string>();
  private readonly endsAt = new Map<string, number>();

  constructor(private readonly input: WatchedWorldInput = {}) {
    const { pollCeilingSeconds = 15, seed = 1, oldItems = 0, clock = new FakeClock() } = input;
    this.clock = clock;
    for (let index = 0; index < oldItems; index++) this.endsAt.set(`old-${String(index)}`, 0);
    this.watcher = createSharedWatcher<Item>({
      clock: this.clock,
      random: seededRandom(seed),
      pollCeilingSeconds,
      keyOf: (item) => item.key,
      readOne: (key, signal) => this.answer({ way: 'one', what: key, signal, read: () => this.itemOf(key) }),
      readPage: (pageToken, signal) =>
        this.answer({
          way: 'page',
          what: pageToken ?? '0',
          signal,
          read: () => this.page(Number(pageToken ?? 0)),
        }),
    });
  }

  /** An item that ends in so many seconds from now. */
  put(key: string, endsInSeconds: number): number {
    const endsAt = this.clock.nowMillis() + endsInSeconds * 1000;
    this.endsAt.set(key, endsAt);
    return endsAt;
  }

  remove(key: string): void {
    this.endsAt.delete(key);
  }

  private itemOf(key: string): Item | undefined {
    const endsAt = this.endsAt.get(key);
    return endsAt === undefined ? undefined : { key, ended: endsAt <= this.clock.nowMillis() };
  }

  private page(from: number) {
    const { pageSize = 200 } = this.input;
    const keys = [...this.endsAt.keys()].filter((key) => !this.unlisted.has(key));
    return {
      items: keys.slice(from, from + pageSize).flatMap((key) => this.itemOf(key) ?? []),
      nextPageToken: from + pageSize < keys.length ? String(from + pageSize) : undefined,
    };
  }

  private async answer<Answer>(call: {
    way: 'one' | 'page';
    what: string;
    signal: AbortSignal;
    read: () => Answer;
  }) {
    const { way, what, signal, read } = call;
    signal.throwIfAborted();
    this.calls.push({ way, what, atMillis: this.clock.nowMillis() });
    await this.clock.sleep(this.input.latencyMillis ?? 20);
    signal.throwIfAborted();
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    return read();
  }
}

export function lightsailError(kind: LightsailError['kind']): LightsailError {
  return new LightsailError({ kind, code: kind, action: 'GetOperations', message: kind });
}

/** Ends with the item, and records the order. */
export function untilEnded(seen: string[] = []): WatchInput<Item>['onItem'] {
  return ({ key, ended }) => {
    if (!ended) return 'waiting';
    seen.push(key);
    return 'done';
  };
}

export function keysOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `item-${String(index)}`);
}
