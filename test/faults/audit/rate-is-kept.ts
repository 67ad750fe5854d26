import { realMillis } from './real-time';
import type { WorldStory } from './world-story';

const WINDOW_MILLIS = 2_000;

/** Calls that left one after another arrive together when the machine pauses on the way. */
const PAUSE_MILLIS = 500;

/** Promise 5: calls of one worker in one Region stay under the written rate, over every window. */
export function rateIsKept({ evidence }: WorldStory): string[] {
  const { callsPerSecond, burstCalls } = evidence.limits;
  const most = Math.ceil(burstCalls + (callsPerSecond * (WINDOW_MILLIS + PAUSE_MILLIS)) / 1000);
  const timesOf = new Map<string, number[]>();
  for (const row of evidence.ledger) {
    if (row.kind !== 'call' || row.accessKeyId === null || !evidence.workerKeys.includes(row.accessKeyId))
      continue;
    const key = `${row.accessKeyId} in ${row.region ?? 'no Region'}`;
    const times = timesOf.get(key) ?? [];
    times.push(realMillis(evidence, row));
    timesOf.set(key, times);
  }
  return [...timesOf].flatMap(([key, times]) => {
    const count = mostInWindow(times);
    if (count <= most) return [];
    const rate = `${String(callsPerSecond)} calls a second`;
    return [
      `the worker ${key} sent ${String(count)} calls within ${String(WINDOW_MILLIS / 1000)} s: at ${rate} at most ${String(most)} may arrive`,
    ];
  });
}

function mostInWindow(times: readonly number[]): number {
  let most = 0;
  let first = 0;
  times.forEach((time, index) => {
    while (time - (times[first] ?? time) > WINDOW_MILLIS) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
