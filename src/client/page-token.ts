import { createHash } from 'node:crypto';
import { InvalidRequestError } from './client-errors';

/** Enough to tell one query from another; it guards against mistakes, not against an attacker. */
const DIGEST_LENGTH = 8;

const PAGE_TOKEN = /^([\da-f]+)\.([\w-]+)$/;

/**
 * Temporal's own token with a mark of the query that it belongs to: with another query the server answers with pages
 * of neither, and with a broken one with "something went wrong".
 */
export function toPageToken({ query, token }: { query: string; token: Uint8Array }): string {
  return `${digestOf(query, token)}.${Buffer.from(token).toString('base64url')}`;
}

/** Throws InvalidRequestError for what is no token of this query. */
export function fromPageToken({ query, pageToken }: { query: string; pageToken: string }): Uint8Array {
  const [, digest, text = ''] = PAGE_TOKEN.exec(pageToken) ?? [];
  const token = Buffer.from(text, 'base64url');
  if (digest !== undefined && digest === digestOf(query, token)) return token;
  const message =
    digest === undefined
      ? 'expected the page token of a listing, whole'
      : 'expected the page token of a listing with the same filters';
  throw new InvalidRequestError([{ path: 'pageToken', message }]);
}

function digestOf(query: string, token: Uint8Array): string {
  return createHash('sha256').update(query).update('\n').update(token).digest('hex').slice(0, DIGEST_LENGTH);
}
