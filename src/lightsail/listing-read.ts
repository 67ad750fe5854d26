import type { Page } from './lightsail-api';
import { isLightsailError } from './lightsail-error';
import { readPatiently } from './patient-read';
import type { SweepInput } from './sweep';
import type { WatchedKey } from './watch-list';

/** A page of the listing, as one gets there again. */
export interface ListingEntry {
  token: string | undefined;
  /** How many pages lie before it. */
  position: number;
}

/** What a reading of the listing taught, for the next one. */
export interface ListingResult {
  /** Pages that the next reading is expected to take; where this one was given up, more than it read. */
  pages: number;
  /** False when it was given up before its end. */
  complete: boolean;
  /**
   * The first page with something that is waited for. Operations are listed oldest to newest (GetOperations in the
   * API reference), so the next reading enters there and skips a busy account's past.
   */
  entry?: ListingEntry | undefined;
}

interface Reading<Item> extends ListingResult {
  unseen: WatchedKey<Item>[];
  /** Every page was read: what is unseen was not there. */
  wasWhole: boolean;
}

const BEGINNING: ListingEntry = { token: undefined, position: 0 };

/**
 * Reads pages until everything due has been seen, and shows what it sees to everyone who waits. Enters where the
 * last reading began to be of use, and comes round to the pages before that where they are cheaper than single
 * reads of what is missing.
 */
export async function readListing<Item>(input: SweepInput<Item>): Promise<Reading<Item>> {
  const { due, maxPages, entry = BEGINNING } = input;
  const unseen = new Set(due);
  const useful: ListingEntry[] = [];
  let at = entry;
  let cameRound = entry.position === 0;
  for (let pagesRead = 1; ; pagesRead++) {
    const page = await readPage(input, at.token);
    if (page === undefined)
      return { unseen: [...unseen], wasWhole: false, pages: pagesRead, complete: false };
    if (showPage({ ...input, page, unseen })) useful.push(at);
    at = { token: page.nextPageToken, position: at.position + 1 };
    const atEnd = at.token === undefined;
    const comesRound = atEnd && !cameRound && entry.position < unseen.size;
    const wasWhole = cameRound && (entry.position === 0 ? atEnd : at.position === entry.position);
    if (unseen.size === 0 || wasWhole || (atEnd && !comesRound)) {
      return { unseen: [...unseen], wasWhole, complete: true, ...nextReading(useful, pagesRead) };
    }
    if (pagesRead >= maxPages) {
      return { unseen: [...unseen], wasWhole: false, pages: pagesRead + 1, complete: false };
    }
    if (comesRound) [at, cameRound] = [BEGINNING, true];
  }
}

/** True when something that is waited for was on the page. */
function showPage<Item>(
  input: SweepInput<Item> & { page: Page<Item>; unseen: Set<WatchedKey<Item>> },
): boolean {
  const { page, unseen, list, source } = input;
  let useful = false;
  for (const item of page.items) {
    const watched = list.keys.get(source.keyOf(item) ?? '');
    if (watched === undefined) continue;
    useful = true;
    unseen.delete(watched);
    watched.absences = 0;
    list.report(watched.key, item);
  }
  // Nobody waits any more for what was given up meanwhile.
  for (const watched of unseen) if (list.keys.get(watched.key) !== watched) unseen.delete(watched);
  return useful;
}

function nextReading(
  useful: readonly ListingEntry[],
  pagesRead: number,
): Pick<ListingResult, 'pages' | 'entry'> {
  const byPosition = [...useful].sort((a, b) => a.position - b.position);
  const [first] = byPosition;
  if (first === undefined) return { pages: pagesRead };
  return { pages: (byPosition.at(-1)?.position ?? first.position) - first.position + 1, entry: first };
}

/** A page, or nothing where its token has expired: what was not seen by then is asked singly. */
async function readPage<Item>(
  { source, clock, random, signal }: SweepInput<Item>,
  pageToken: string | undefined,
): Promise<Page<Item> | undefined> {
  try {
    const read = () => source.readPage(pageToken, signal);
    const { items, nextPageToken } = await readPatiently({ read, clock, random, signal });
    return { items, nextPageToken: nextPageToken === '' ? undefined : nextPageToken };
  } catch (error) {
    if (pageToken !== undefined && isLightsailError(error) && error.kind === 'invalid') return undefined;
    throw error;
  }
}
