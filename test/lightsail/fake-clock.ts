import type { Clock } from '../../src/lightsail/clock';

/** Enough turns of the event loop for every promise that a timer has settled to be acted upon. */
const SETTLING_TURNS = 3;

/** Time that stands still until it is told to pass; whatever is due is run in order. */
export class FakeClock implements Clock {
  private millis = Date.UTC(2026, 10, 23);
  private timers: { at: number; order: number; run: () => void }[] = [];
  private order = 0;

  nowMillis(): number {
    return this.millis;
  }

  get pendingTimers(): number {
    return this.timers.length;
  }

  after(millis: number, run: () => void): () => void {
    const timer = { at: this.millis + Math.max(0, millis), order: this.order++, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  sleep(millis: number): Promise<void> {
    return new Promise((resolve) => this.after(millis, resolve));
  }

  /** Lets `seconds` pass, and all that happens in them. */
  async pass(seconds: number): Promise<void> {
    const until = this.millis + seconds * 1000;
    await settle();
    for (let next = this.earliest(); next !== undefined && next.at <= until; next = this.earliest()) {
      this.timers = this.timers.filter((timer) => timer !== next);
      this.millis = Math.max(this.millis, next.at);
      next.run();
      await settle();
    }
    this.millis = until;
  }

  private earliest() {
    return this.timers.reduce<(typeof this.timers)[number] | undefined>(
      (first, timer) =>
        first === undefined || timer.at < first.at || (timer.at === first.at && timer.order < first.order)
          ? timer
          : first,
      undefined,
    );
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < SETTLING_TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A seeded source of chance (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
