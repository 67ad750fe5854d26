import { pause, type Clock } from './clock';
import { ERROR_POLICIES, retryDelaySeconds } from './error-kind';
import { isLightsailError } from './lightsail-error';

/** Full jitter may give a delay of nearly nothing, and the failing call would be repeated in a tight loop. */
const MIN_DELAY_MILLIS = 100;

export interface PatientReadInput<Answer> {
  read: () => Promise<Answer>;
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
}

/**
 * Repeats a read until it is answered, as long as its error is one that passes. Those who wait set the limit: the
 * signal fires when nobody waits any more, and each of them has a deadline.
 */
export async function readPatiently<Answer>({
  read,
  clock,
  random,
  signal,
}: PatientReadInput<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (signal.aborted || !isLightsailError(error) || !ERROR_POLICIES[error.kind].retried) throw error;
      const delayMillis = retryDelaySeconds({ kind: error.kind, attempt, random }) * 1000;
      await pause({ clock, millis: Math.max(MIN_DELAY_MILLIS, delayMillis), signal });
    }
  }
}
