import { NO_ENDPOINT, type AwsFindings } from './aws-findings';
import { skippedBecause, type CheckResult } from './check';

/** Whether there are credentials, and of what kind. */
export function checkAwsCredentials({ endpointProblem, credentials }: AwsFindings): CheckResult {
  const check = 'AWS credentials';
  if (endpointProblem !== undefined) return skippedBecause(check, NO_ENDPOINT);
  if ('problem' in credentials) {
    const message = `none are found (${credentials.problem})`;
    const mend =
      'set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the machine a role; ' +
      'aws sts get-caller-identity says more of one that fails';
    return { check, status: 'wrong', message, mend, fault: 'configuration' };
  }
  const { kind, expiresAt } = credentials;
  const until = expiresAt === undefined ? '' : `, until ${expiresAt.toISOString()}`;
  return { check, status: 'ok', message: `${kind}${until}` };
}
