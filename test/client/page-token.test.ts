import { fromPageToken, toPageToken } from '../../src/client/page-token';

const query = "WorkflowType = 'cloneFleet'";
const token = Buffer.from('{"CloseTime":"9999-12-31T23:59:59Z"}');
const pageToken = toPageToken({ query, token });

test('a page token leads back to the one of the server', () => {
  expect(Buffer.from(fromPageToken({ query, pageToken }))).toEqual(token);
  expect(pageToken).toMatch(/^[\w.-]+$/);
});

test.each([
  ['of another query', "WorkflowType = 'x'", pageToken],
  ['that lost its end', query, pageToken.slice(0, -4)],
  ['that was never one', query, 'page-2'],
])('a page token %s is refused before the server is asked', (_what, other, text) => {
  expect(() => fromPageToken({ query: other, pageToken: text })).toThrow(
    'pageToken: expected the page token',
  );
});
