import fc from 'fast-check';
import { ERROR_KINDS, ERROR_POLICIES, retryDelaySeconds } from '../../src/lightsail/error-kind';

test.each(ERROR_KINDS)('the policy of %s is complete and bounded', (kind) => {
  const { retried, repeatedByUndo, firstDelaySeconds, maxDelaySeconds, forMinutes, advice } =
    ERROR_POLICIES[kind];
  expect(maxDelaySeconds).toBeGreaterThanOrEqual(firstDelaySeconds);
  expect(forMinutes > 0).toBe(retried);
  expect(firstDelaySeconds > 0).toBe(retried || repeatedByUndo === true);
  expect(maxDelaySeconds).toBeLessThanOrEqual(60);
  expect(advice).toMatch(/^[A-Z].*[^.!]$/);
});

test('the advice for a refusal names the clock as a possible cause', () => {
  expect(ERROR_POLICIES.denied.advice).toContain('clock');
  expect(ERROR_POLICIES.unauthenticated.advice).toContain('clock');
});

test('delays double up to their bound, with full jitter', () => {
  const ceiling = (attempt: number) => retryDelaySeconds({ kind: 'throttled', attempt, random: () => 1 });
  expect([1, 2, 3, 4, 5, 6, 1000].map(ceiling)).toEqual([1, 2, 4, 8, 16, 20, 20]);
  expect(retryDelaySeconds({ kind: 'throttled', attempt: 5, random: () => 0 })).toBe(0);
  expect(retryDelaySeconds({ kind: 'invalid', attempt: 5, random: () => 1 })).toBe(0);
});

test('no attempt and no draw gives a delay outside the bounds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ERROR_KINDS),
      fc.integer(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (kind, attempt, draw) => {
        const delay = retryDelaySeconds({ kind, attempt, random: () => draw });
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(ERROR_POLICIES[kind].maxDelaySeconds);
      },
    ),
  );
});
