import { printable } from '../render/printable';
import { whyUnanswered, type AwsFindings } from './aws-findings';
import { skippedBecause, type CheckResult } from './check';

/** Whether the reads of a run are allowed. What writes is not tried: it would make or delete something. */
export function checkAwsPermissions(findings: AwsFindings): CheckResult {
  const check = 'AWS permissions';
  const { refusal, failures, readCount } = findings;
  const because = whyUnanswered(findings);
  if (because !== undefined && refusal?.kind !== 'denied') return skippedBecause(check, because);
  const all = refusal === undefined ? failures : [refusal, ...failures];
  const denied = all.filter(({ kind }) => kind === 'denied').map(({ action }) => `lightsail:${action}`);
  if (denied.length > 0) {
    const message = `denied: ${denied.join(', ')}`;
    const mend = 'allow them as deploy/iam/worker-policy.json does';
    return { check, status: 'wrong', message, mend, fault: 'configuration' };
  }
  const [other] = all;
  if (other !== undefined) {
    const message = `${other.action} failed: ${printable(other.message)} (${other.code})`;
    return { check, status: 'warning', message };
  }
  const message = `the ${String(readCount)} reads that were tried are allowed; creates and deletes are not tried (deploy/iam says what they need)`;
  return { check, status: 'ok', message };
}
