import type { CheckResult } from './check';

/** Who only starts fleets and looks at them needs no AWS: what is wrong here may well be right where the worker runs. */
export function asWorkersConcern(result: CheckResult): CheckResult {
  if (result.status !== 'wrong') return result;
  const { check, message } = result;
  const mend =
    "none is needed here: AWS is the worker's concern. Where it runs: lightsail-fleet doctor --worker";
  // Nothing set up is how it should be on such a machine; what is set up and fails may surprise somebody.
  const status = check === 'AWS credentials' ? 'skipped' : 'warning';
  return { check, status, message, mend };
}
