import type { AwsFindings } from './aws-findings';
import type { CheckResult } from './check';
import { isAwsEndpoint } from './resolve-endpoint';

/** Whether calls go to AWS: an override that was left on sends them elsewhere, and fleets with them. */
export function checkAwsEndpoint({ endpoint, endpointFrom }: AwsFindings): CheckResult {
  const check = 'AWS endpoint';
  if (isAwsEndpoint(endpoint)) {
    const from = endpointFrom === undefined ? '' : ` (from ${endpointFrom})`;
    return { check, status: 'ok', message: `${endpoint}${from}` };
  }
  const message = `calls go to ${endpoint} (from ${endpointFrom ?? 'an override'}), which is not the real AWS`;
  return { check, status: 'warning', message, mend: 'for the real one take that override off' };
}
