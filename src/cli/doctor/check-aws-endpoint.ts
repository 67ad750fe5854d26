import { REGION_PATTERN } from '../../contract/region';
import type { AwsFindings } from './aws-findings';
import type { CheckResult } from './check';
import { isAwsEndpoint } from './is-aws-endpoint';

/** Whether calls go to AWS: an override that was left on sends them elsewhere, and fleets with them. */
export function checkAwsEndpoint({
  region,
  endpoint,
  endpointFrom,
  endpointProblem,
}: AwsFindings): CheckResult {
  const check = 'AWS endpoint';
  if (endpointProblem !== undefined) {
    const mend = 'give one such as http://127.0.0.1:4599, or take it off for the real AWS';
    return { check, status: 'wrong', message: endpointProblem, mend, fault: 'configuration' };
  }
  const host = isAwsEndpoint(endpoint) ? regionOfHost(endpoint) : undefined;
  if (host !== undefined && host !== region) {
    const message = `calls of ${region} go to ${endpoint} (from ${endpointFrom ?? 'an override'}), which is AWS in ${host}`;
    const mend = 'take that override off, or give the Region that it is of (AWS_REGION, --region)';
    return { check, status: 'wrong', message, mend, fault: 'configuration' };
  }
  if (isAwsEndpoint(endpoint)) {
    const from = endpointFrom === undefined ? '' : ` (from ${endpointFrom})`;
    return { check, status: 'ok', message: `${endpoint}${from}` };
  }
  const message = `calls go to ${endpoint} (from ${endpointFrom ?? 'an override'}), which is not the real AWS`;
  return { check, status: 'warning', message, mend: 'for the real one take that override off' };
}

/** `lightsail.us-east-1.amazonaws.com`; undefined: the host names none. */
function regionOfHost(endpoint: string): string | undefined {
  return new URL(endpoint).hostname.split('.').find((label) => REGION_PATTERN.test(label));
}
