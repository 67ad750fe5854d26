interface JestResults {
  numPassedTests: number;
  testResults: {
    message?: string;
    assertionResults: {
      status: string;
      fullName: string;
      failureMessages?: string[];
      failureDetails?: { matcherResult?: { actual?: unknown } }[];
    }[];
  }[];
}

/** How jest words an expectation that was not met, colours aside. */
const UNMET = /^Error: (\u001b\[\d+m)*expect(\u001b\[\d+m)*\(/;

export interface JestFailure {
  /** What the test promises, and what a campaign within it saw. */
  sentence: string;
  /** An expectation was not met. Everything else is a crash, or a time-out. */
  isAssertion: boolean;
}

/** Reads what `jest --json` wrote. */
export function readJestFailures(text: string): { failures: JestFailure[]; passed: number } {
  const { numPassedTests, testResults } = JSON.parse(text) as JestResults;
  const failures = testResults.flatMap(({ message = '', assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message !== '' && assertionResults.length === 0)
      return [{ sentence: firstLine(message), isAssertion: false }];
    return failed.map(({ fullName, failureDetails = [], failureMessages = [] }) => {
      const matched = failureDetails.flatMap(({ matcherResult }) => matcherResult ?? []);
      const seen = firstViolation(matched[0]?.actual);
      // A promise that should have been rejected brings no result of a matcher.
      const isAssertion = matched.length > 0 || failureMessages.some((text) => UNMET.test(text));
      const why = isAssertion ? seen : firstLine(failureMessages[0] ?? '');
      return { sentence: why === undefined ? fullName : `${fullName}: ${why}`, isAssertion };
    });
  });
  return { failures, passed: numPassedTests };
}

/** Of a campaign that expects its list of failed worlds to be empty. */
function firstViolation(actual: unknown): string | undefined {
  const [first] = Array.isArray(actual) ? (actual as unknown[]) : [];
  if (typeof first === 'string') return first;
  const { violations, problems } = (first ?? {}) as Partial<Record<string, unknown[]>>;
  const [told] = violations ?? problems ?? [];
  return typeof told === 'string' ? told : undefined;
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
