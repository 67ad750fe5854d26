import { accountOfArn } from '../../lightsail/account-of-arn';
import { whyUnanswered, type AwsFindings } from './aws-findings';
import { skippedBecause, type CheckResult } from './check';

/** Which account the credentials reach, as an ARN in it tells: decision 0033. */
export function checkAwsAccount(findings: AwsFindings): CheckResult {
  const check = 'AWS account';
  const { arn, region, endpoint, refusal } = findings;
  const because = whyUnanswered(findings);
  if (because !== undefined && refusal?.kind !== 'denied') return skippedBecause(check, because);
  const account = accountOfArn(arn);
  if (account !== undefined)
    return { check, status: 'ok', message: `${account} (by ${arn ?? ''}, at ${new URL(endpoint).host})` };
  const message = `nothing that these credentials see in ${region} tells it: no instance, disk or key pair`;
  return { check, status: 'warning', message, mend: 'aws sts get-caller-identity tells it, too' };
}
