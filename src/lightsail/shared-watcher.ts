import { setMaxListeners } from 'node:events';
import { systemClock, type Clock } from './clock';
import { SINGLE_READS_AT_ONCE, sweep, type WatchSource } from './sweep';
import { pagesToRead, type ListingCost } from './sweep-plan';
import { firstLookMillis, intervalMillis } from './sweep-timing';
import { WatchList, type WatchedKey, type WatchInput } from './watch-list';

/** What is due this soon is looked at now: one sweep instead of two. */
const JOIN_MILLIS = 200;

/** Watches that come one after another do not each start a sweep of their own. */
const SWEEP_GAP_MILLIS = 500;

/** Each of a sweep's reads listens to its signal in the rate limit, the SDK and the socket; Node warns from 11. */
const MAX_SIGNAL_LISTENERS = 4 * SINGLE_READS_AT_ONCE;

export interface SharedWatcherInput<Item> extends WatchSource<Item> {
  /** Longest time between two looks (`FLEET_POLL_SECONDS`). */
  pollCeilingSeconds: number;
  random?: () => number;
  clock?: Clock;
}

export interface SharedWatcher<Item> {
  /**
   * Resolves when every key is done. Rejects with an `AbortError` when the signal fires, with a `LightsailError`
   * that no retry mends, or with what `onItem` threw. Errors that pass only delay it.
   */
  watch(input: WatchInput<Item>): Promise<void>;
}

/**
 * One watcher of one kind of item in one Region, for everyone in this process who waits: each sweep of reads
 * serves all of them, so the more wait, the less each costs (docs/benchmarks.md). Nothing is asked
 * when nobody waits.
 */
export function createSharedWatcher<Item>(input: SharedWatcherInput<Item>): SharedWatcher<Item> {
  return new SweepingWatcher({ random: Math.random, clock: systemClock, ...input });
}

class SweepingWatcher<Item> implements SharedWatcher<Item> {
  private readonly list: WatchList<Item>;
  private readonly gapMillis: number;
  private cancelTimer: (() => void) | undefined;
  private nextSweepAt: number | undefined;
  private lastSweepAt = Number.NEGATIVE_INFINITY;
  private sweeping: AbortController | undefined;
  private cost: ListingCost | undefined;

  constructor(private readonly input: Required<SharedWatcherInput<Item>>) {
    this.gapMillis = Math.min(SWEEP_GAP_MILLIS, (input.pollCeilingSeconds * 1000) / 2);
    this.list = new WatchList<Item>(() => {
      this.cancelTimer?.();
      this.sweeping?.abort();
    });
  }

  async watch(watchInput: WatchInput<Item>): Promise<void> {
    const { clock, pollCeilingSeconds } = this.input;
    const now = clock.nowMillis();
    const { requestedAtMillis } = watchInput;
    const firstLookAt =
      requestedAtMillis === undefined ? now : requestedAtMillis + firstLookMillis(pollCeilingSeconds);
    const dueAt = Math.max(now, firstLookAt, this.lastSweepAt + this.gapMillis);
    const laterMillis = (this.nextSweepAt ?? Number.POSITIVE_INFINITY) - dueAt;
    const dueAtMillis = laterMillis > 0 && laterMillis <= JOIN_MILLIS ? dueAt + laterMillis : dueAt;
    const ended = this.list.add({ input: watchInput, sinceMillis: requestedAtMillis ?? now, dueAtMillis });
    if (this.sweeping === undefined) this.schedule();
    await ended;
  }

  private schedule(): void {
    const { clock } = this.input;
    this.cancelTimer?.();
    this.nextSweepAt = undefined;
    if (this.list.keys.size === 0) return;
    let first = Number.POSITIVE_INFINITY;
    for (const { dueAtMillis } of this.list.keys.values()) first = Math.min(first, dueAtMillis);
    this.nextSweepAt = first;
    this.cancelTimer = clock.after(Math.max(0, first - clock.nowMillis()), () => void this.run());
  }

  private async run(): Promise<void> {
    const { input, list, cost } = this;
    const startedAt = (this.lastSweepAt = input.clock.nowMillis());
    const { signal } = (this.sweeping = new AbortController());
    setMaxListeners(MAX_SIGNAL_LISTENERS, signal);
    const all = [...list.keys.values()];
    const due = all.filter((watched) => watched.dueAtMillis <= startedAt + JOIN_MILLIS);
    const maxPages = pagesToRead({
      dueCount: due.length,
      waitingCount: all.length,
      cost,
      nowMillis: startedAt,
    });
    const result = await sweep({ ...input, source: input, list, due, maxPages, entry: cost?.entry, signal });
    if (result !== undefined) this.cost = { ...result, learnedAtMillis: startedAt };
    this.setDue(maxPages > 0 ? all : due, startedAt);
    this.sweeping = undefined;
    this.schedule();
  }

  /** One draw for all, so that what was seen together is seen together again. */
  private setDue(looked: Iterable<WatchedKey<Item>>, startedAt: number): void {
    const { clock, random, pollCeilingSeconds } = this.input;
    const now = clock.nowMillis();
    const draw = random();
    const { watchedCount, keys } = this.list;
    const sweepCalls = this.cost?.complete === false ? keys.size : Math.min(keys.size, this.cost?.pages ?? 1);
    for (const watched of looked) {
      const ageMillis = startedAt - watched.sinceMillis;
      const pace = { watchedCount, sweepCalls, ageMillis, pollCeilingSeconds, random: () => draw };
      const interval = intervalMillis(pace);
      watched.dueAtMillis = Math.max(startedAt + interval, now + interval / 4);
    }
  }
}
