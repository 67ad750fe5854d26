import { createHash } from 'node:crypto';

/** Memo of a run that tells whether a second start of the same id asks for the same. */
export const REQUEST_DIGEST_MEMO = 'requestDigest';

/** The same for requests that differ only in the order of their members. */
export function digestOfRequest(input: object): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(input)))
    .digest('hex')
    .slice(0, 32);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]),
  );
}
