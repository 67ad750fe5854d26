import { randomInt } from 'node:crypto';

const SUFFIX_LENGTH = 4;
const SUFFIX_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A fleet id has at most 128 characters, of which time and suffix take 21; the rest is plenty for a name. */
const MAX_SOURCE_LENGTH = 64;

export interface MakeFleetIdInput {
  /** Snapshot, or instance whose automatic snapshot is cloned. */
  source: string;
  now?: Date | undefined;
  /** A whole number from 0 to one below its argument. */
  random?: ((below: number) => number) | undefined;
}

/** An id for a fleet that nobody named: `golden-20261123-203500-k3x9`. Sorts by time, and reads as what it is. */
export function makeFleetId({ source, now = new Date(), random = randomInt }: MakeFleetIdInput): string {
  const name = source.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, MAX_SOURCE_LENGTH);
  const [date = '', time = ''] = now.toISOString().replace(/[-:]/g, '').split(/[T.]/);
  const suffix = Array.from({ length: SUFFIX_LENGTH }, () => SUFFIX_LETTERS[random(SUFFIX_LETTERS.length)]);
  return `${name === '' ? 'fleet' : name}-${date}-${time}-${suffix.join('')}`;
}
