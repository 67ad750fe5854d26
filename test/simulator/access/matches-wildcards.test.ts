import fc from 'fast-check';
import { matchesWildcards } from '../../../src/simulator/access/matches-wildcards';

/** Far more than it takes, on a busy machine too; a regular expression would take years. */
const PLENTY_MILLIS = 2_000;

describe('a pattern with wildcards', () => {
  it.each([
    ['*', '', true],
    ['*', 'anything', true],
    ['?', '', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['lightsail:get*', 'lightsail:getinstances', true],
    ['lightsail:get*', 'lightsail:deletedisk', false],
    ['*Instance*', 'arn:aws:lightsail:us-east-1:1:Instance/x', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['abc', 'abcd', false],
    ['a.c', 'abc', false],
    ['', '', true],
    ['', 'a', false],
  ])('%j fits %j: %s', (pattern, text, expected) => {
    expect(matchesWildcards({ pattern, text })).toBe(expected);
  });

  it('says the same as a regular expression, for any short texts', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const plain = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(letters, plain, (pattern, text) => {
        const regex = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(matchesWildcards({ pattern, text })).toBe(regex.test(text));
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  it('of a thousand stars is judged at once', () => {
    const started = performance.now();
    const pattern = `${'a*'.repeat(1000)}b`;
    expect(matchesWildcards({ pattern, text: 'a'.repeat(2000) })).toBe(false);
    expect(performance.now() - started).toBeLessThan(PLENTY_MILLIS);
  });
});
