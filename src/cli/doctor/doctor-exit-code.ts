import { EXIT_CODES } from '../exit-codes';
import type { CheckResult } from './check';

/**
 * 2 goes before 4: who waits until a server is up and asks again must not wait for what only a person can mend.
 */
export function doctorExitCode(results: readonly CheckResult[]): number {
  const wrong = results.filter(({ status }) => status === 'wrong');
  if (wrong.some(({ fault }) => fault === 'configuration')) return EXIT_CODES.invalid;
  return wrong.length > 0 ? EXIT_CODES.unreachable : EXIT_CODES.done;
}
