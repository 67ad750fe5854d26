import { readAll, readPages } from '../../src/lightsail/read-all';

test('every item of every page, in order', async () => {
  const pages = [['a', 'b'], [], ['c']];
  const items = await readAll((pageToken) => {
    const page = Number(pageToken ?? 0);
    const nextPageToken = page + 1 < pages.length ? String(page + 1) : undefined;
    return Promise.resolve({ items: pages[page] ?? [], nextPageToken });
  });
  expect(items).toEqual(['a', 'b', 'c']);
});

test('a reader that has seen enough stops the paging', async () => {
  let calls = 0;
  const readPage = () => Promise.resolve({ items: [++calls], nextPageToken: 'more' });
  for await (const item of readPages(readPage)) if (item === 3) break;
  expect(calls).toBe(3);
});

test('a listing that never ends is given up', async () => {
  let calls = 0;
  const readPage = () => Promise.resolve({ items: [++calls], nextPageToken: 'again' });
  await expect(readAll(readPage)).rejects.toMatchObject({ name: 'LightsailError', code: 'TooManyPages' });
  expect(calls).toBe(500);
});
