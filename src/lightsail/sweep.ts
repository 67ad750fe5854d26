import type { Clock } from './clock';
import type { Page } from './lightsail-api';
import { readListing, type ListingEntry, type ListingResult } from './listing-read';
import { isLightsailError } from './lightsail-error';
import { readPatiently } from './patient-read';
import type { WatchedKey, WatchList } from './watch-list';

/** Single reads under way at once; the rate limit sets the pace. One after another they would take seconds. */
export const SINGLE_READS_AT_ONCE = 8;

/** The two ways to see an item. */
export interface WatchSource<Item> {
  /** The truth about one item. */
  readOne(key: string, signal: AbortSignal): Promise<Item | undefined>;
  /** An economy for many: items may be missing from it for a while. */
  readPage(pageToken: string | undefined, signal: AbortSignal): Promise<Page<Item>>;
  keyOf(item: Item): string | undefined;
}

export interface SweepInput<Item> {
  source: WatchSource<Item>;
  list: WatchList<Item>;
  due: readonly WatchedKey<Item>[];
  /** 0: ask singly. */
  maxPages: number;
  /** Where the listing is entered; absent: at its beginning. */
  entry: ListingEntry | undefined;
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
}

/**
 * Looks once at everything that is due, and shows what it sees to everyone who waits. A read that is throttled is
 * repeated where it stopped, so that a long listing comes to its end. Never rejects: errors end watches.
 */
export async function sweep<Item>(input: SweepInput<Item>): Promise<ListingResult | undefined> {
  const { due, list, maxPages, signal } = input;
  try {
    if (maxPages === 0) {
      await readSingly(input, due);
      return undefined;
    }
    const { unseen, wasWhole, ...result } = await readListing(input);
    await readSingly(input, wasWhole ? unseen.filter(isAskedFor) : unseen);
    return result;
  } catch (error) {
    if (!signal.aborted) list.fail(error);
    return undefined;
  }
}

/** What the whole listing lacks is asked singly: at once, then after 2, 4, 8 … further looks. */
function isAskedFor(watched: { absences: number }): boolean {
  watched.absences += 1;
  return Number.isInteger(Math.log2(watched.absences));
}

async function readSingly<Item>(input: SweepInput<Item>, keys: readonly WatchedKey<Item>[]): Promise<void> {
  const { source, list, clock, random, signal } = input;
  const rest = [...keys];
  const lane = async () => {
    for (let watched = rest.shift(); watched !== undefined && !signal.aborted; watched = rest.shift()) {
      const { key } = watched;
      if (!list.keys.has(key)) continue;
      try {
        const read = () => source.readOne(key, signal);
        list.report(key, await readPatiently({ read, clock, random, signal }));
      } catch (error) {
        if (signal.aborted) return;
        // A key that AWS does not accept concerns those who gave it; any other refusal concerns everyone.
        if (!isLightsailError(error) || error.kind !== 'invalid') throw error;
        list.fail(error, key);
      }
    }
  };
  await Promise.all(Array.from({ length: SINGLE_READS_AT_ONCE }, lane));
}
