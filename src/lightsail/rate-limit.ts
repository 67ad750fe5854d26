import { AbortError } from './abort-error';
import { systemClock, type Clock } from './clock';
import { LightsailError } from './lightsail-error';
import { TurnQueue, type Priority } from './turn-queue';

/** Calls that may leave together after a pause: a sweep's first pages, without a herd. */
const BURST_CALLS = 3;

/** However hard AWS throttles, a call every two seconds goes on: nothing would notice the recovery otherwise. */
const FLOOR_CALLS_PER_SECOND = 0.5;

/** Throttles within this window are one signal: calls that left together come back together. */
const THROTTLE_WINDOW_MILLIS = 1_000;

/** The rate comes back from the floor within about half a minute of success. */
const RECOVERY_SHARE_PER_SECOND = 1 / 30;

/** Beyond this, a waiting call would not be served within half an hour at any rate that AWS grants. */
const MAX_WAITING_CALLS = 20_000;

export interface RateLimitStats {
  callsPerSecond: number;
  waiting: Record<Priority, number>;
}

export interface RateLimit {
  /** Resolves when the call may be sent. Rejects with an `AbortError`, or `throttled` when the queue is full. */
  takeTurn(input: { priority: Priority; signal?: AbortSignal | undefined }): Promise<void>;
  /** AWS refused a call for its pace. */
  reportThrottle(): void;
  /** AWS answered anything else. */
  reportSuccess(): void;
  stats(): RateLimitStats;
}

export interface RateLimitInput {
  callsPerSecond: number;
  clock?: Clock;
}

/**
 * Calls a second for one Region and worker: a token bucket whose rate halves when AWS throttles and recovers
 * by a constant amount (AIMD). Writes come before reads, as polls would otherwise starve creates:
 * measured at 5 calls a second, 1,000 instances took twice as long.
 */
export function createRateLimit({ callsPerSecond: maxRate, clock = systemClock }: RateLimitInput): RateLimit {
  const queue = new TurnQueue();
  let rate = maxRate;
  let tokens = BURST_CALLS;
  let refilledAt = clock.nowMillis();
  let rateChangedAt = refilledAt;
  let throttledAt = Number.NEGATIVE_INFINITY;
  let cancelTimer: (() => void) | undefined;

  function refill(): void {
    const now = clock.nowMillis();
    tokens = Math.min(BURST_CALLS, tokens + (Math.max(0, now - refilledAt) / 1000) * rate);
    refilledAt = now;
  }

  function serve(): void {
    cancelTimer?.();
    cancelTimer = undefined;
    refill();
    // Timers are whole milliseconds: without the tolerance a turn would now and then take two of them.
    while (tokens >= 0.999 && queue.grantNext()) tokens -= 1;
    if (queue.size > 0) cancelTimer = clock.after(Math.ceil(((1 - tokens) / rate) * 1000), serve);
  }

  return {
    async takeTurn({ priority, signal }) {
      if (signal?.aborted === true) throw new AbortError('a call that waited for its turn', signal);
      if (queue.size >= MAX_WAITING_CALLS) throw queueFull();
      const turn = queue.wait({ priority, signal });
      if (cancelTimer === undefined) serve();
      await turn;
    },
    reportThrottle() {
      const now = clock.nowMillis();
      if (now - throttledAt < THROTTLE_WINDOW_MILLIS) return;
      refill();
      throttledAt = rateChangedAt = now;
      rate = Math.max(Math.min(FLOOR_CALLS_PER_SECOND, maxRate), rate / 2);
      tokens = 0;
      if (queue.size > 0) serve();
    },
    reportSuccess() {
      if (rate === maxRate) return;
      refill();
      const seconds = Math.max(0, clock.nowMillis() - rateChangedAt) / 1000;
      rate = Math.min(maxRate, rate + seconds * RECOVERY_SHARE_PER_SECOND * maxRate);
      rateChangedAt = clock.nowMillis();
    },
    stats: () => ({ callsPerSecond: rate, waiting: queue.counts() }),
  };
}

function queueFull(): LightsailError {
  return new LightsailError({
    kind: 'throttled',
    code: 'TooManyWaitingCalls',
    action: 'RateLimit',
    message: `expected at most ${String(MAX_WAITING_CALLS)} calls to wait for their turn, and as many do`,
  });
}
