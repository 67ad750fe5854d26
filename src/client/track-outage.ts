/** A Temporal server that is upgraded or fails over is back well within this; a person wants to know otherwise. */
export const OUTAGE_LIMIT_SECONDS = 300;

/** Between attempts while the server does not answer: 1, 2, 4, 5, 5 … s. */
const LONGEST_PAUSE_MILLIS = 5000;

/** Counts failures in a row; throws the last one when they have gone on for too long. */
export function trackOutage(limitSeconds: number) {
  let since: number | undefined;
  let failures = 0;
  return {
    note(error: unknown): { first: boolean; pause: number } {
      since ??= Date.now();
      failures += 1;
      if (Date.now() - since > limitSeconds * 1000) throw error;
      return { first: failures === 1, pause: Math.min(1000 * 2 ** (failures - 1), LONGEST_PAUSE_MILLIS) };
    },
    end(): boolean {
      const wasOut = failures > 0;
      since = undefined;
      failures = 0;
      return wasOut;
    },
  };
}
