import type { Campaign } from './mutant';

/** Where chance would seldom hit (test/faults/written.test.ts). */
export const WRITTEN: Campaign = { kind: 'written' };

/** What `npm test` plays (test/faults/seeds.test.ts). */
export const WORLDS: Campaign = { kind: 'worlds', seeds: 100 };

/** The tests of a file whose title holds these words; they mean nothing to a regular expression. */
export function test(file: string, title?: string): Campaign {
  return { kind: 'test', file: `test/${file}.test.ts`, ...(title === undefined ? {} : { title }) };
}
