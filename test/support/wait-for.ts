import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MILLIS = 50;

/** Of what takes a second or two, on a machine that does much else. */
const LIMIT_SECONDS = 90;

export interface WaitForInput<T> {
  /** What is waited for, for the message when it does not come. */
  what: string;
  /** Asked until it answers with something other than undefined or false. An error counts as "not yet". */
  condition: () => Promise<T | undefined | false> | T | undefined | false;
  limitSeconds?: number;
}

/** Waits for a condition, with a limit: what tests do in place of sleeping. */
export async function waitFor<T>({
  what,
  condition,
  limitSeconds = LIMIT_SECONDS,
}: WaitForInput<T>): Promise<T> {
  const until = Date.now() + limitSeconds * 1000;
  let last: unknown;
  while (Date.now() < until) {
    try {
      const value = await condition();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      last = error;
    }
    await delay(LOOK_EVERY_MILLIS);
  }
  const why = last instanceof Error ? ` (last error: ${last.message})` : '';
  throw new Error(`${what}: not within ${String(limitSeconds)} s${why}`);
}
