import type { Page } from './lightsail-api';
import { LightsailError } from './lightsail-error';

/** A page holds 20 to 200 items: far more than any account's quota, and an end to a token that never runs out. */
const MAX_PAGES = 500;

export type ReadPage<Item> = (pageToken: string | undefined) => Promise<Page<Item>>;

/** Every item of a paged call, in order. Breaking out of the loop stops the paging. */
export async function* readPages<Item>(readPage: ReadPage<Item>): AsyncGenerator<Item, void, void> {
  let pageToken: string | undefined;
  for (let count = 0; count < MAX_PAGES; count++) {
    const { items, nextPageToken } = await readPage(pageToken);
    yield* items;
    if (nextPageToken === undefined || nextPageToken === '') return;
    pageToken = nextPageToken;
  }
  throw new LightsailError({
    kind: 'invalid',
    code: 'TooManyPages',
    action: 'ReadAll',
    message: `expected a listing of at most ${String(MAX_PAGES)} pages, and it goes on`,
  });
}

/** All of a paged call at once. */
export async function readAll<Item>(readPage: ReadPage<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of readPages(readPage)) items.push(item);
  return items;
}
