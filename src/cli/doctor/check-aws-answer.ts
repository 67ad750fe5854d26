import { ERROR_POLICIES } from '../../lightsail/error-kind';
import { printable } from '../render/printable';
import { NO_ENDPOINT, type AwsFindings } from './aws-findings';
import { skippedBecause, type CheckResult } from './check';

/** Whether AWS answers, and accepts the credentials. One that may not do this is known to it all the same. */
export function checkAwsAnswer(findings: AwsFindings): CheckResult {
  const check = 'AWS answer';
  const { region, endpoint, endpointProblem, credentials, refusal } = findings;
  if (endpointProblem !== undefined) return skippedBecause(check, NO_ENDPOINT);
  if ('problem' in credentials) return skippedBecause(check, 'there are no AWS credentials');
  if (refusal === undefined || refusal.kind === 'denied') {
    return { check, status: 'ok', message: `Lightsail in ${region} answers and accepts the credentials` };
  }
  const { kind, code, action, message: text } = refusal;
  const message = `${action} in ${region} at ${endpoint}: ${printable(text)} (${code})`;
  const fault =
    kind === 'unauthenticated' || kind === 'invalid' ? ('configuration' as const) : ('unreachable' as const);
  return { check, status: 'wrong', message, mend: ERROR_POLICIES[kind].advice, fault };
}
