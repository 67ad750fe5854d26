import { AbortError } from './abort-error';

/** Time, as far as this folder needs it; tests bring one that they move by hand. */
export interface Clock {
  nowMillis(): number;
  /** Runs `run` once after `millis`; the result cancels it. */
  after(millis: number, run: () => void): () => void;
}

/** Timers of Node hold at most this; a longer one would fire at once. */
const MAX_TIMER_MILLIS = 2 ** 31 - 1;

export const systemClock: Clock = {
  nowMillis: () => Date.now(),
  after: (millis, run) => {
    const timer = setTimeout(run, Math.min(Math.max(millis, 0), MAX_TIMER_MILLIS));
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Resolves after `millis`, or rejects with an `AbortError` as soon as the signal fires. */
export async function pause({
  clock,
  millis,
  signal,
}: {
  clock: Clock;
  millis: number;
  signal: AbortSignal;
}) {
  await new Promise<void>((resolve, reject) => {
    const giveUp = () => {
      cancel();
      reject(new AbortError('a pause', signal));
    };
    const cancel = clock.after(millis, () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    });
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}
