import type { AwsFindings } from './aws-findings';
import { skippedBecause, type CheckResult } from './check';

/** A machine that keeps its time is within one; `Date` itself has whole seconds. */
const WARN_SECONDS = 60;

/**
 * AWS: "a request must reach AWS within five minutes of the time stamp in the request".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
const REFUSED_SECONDS = 300;

/** This machine's clock against AWS's: beyond five minutes calls are refused, and it looks like wrong credentials. */
export function checkClock({ clock }: Pick<AwsFindings, 'clock'>): CheckResult {
  const check = 'clock';
  if (clock === undefined) return skippedBecause(check, 'no answer of AWS told the time');
  const seconds = Math.round((clock.localMillis - clock.serverMillis) / 1000);
  const off = Math.abs(seconds);
  if (off < WARN_SECONDS) return { check, status: 'ok', message: `within ${String(off + 1)} s of AWS's` };
  const message = `this machine is ${String(off)} s ${seconds > 0 ? 'ahead of' : 'behind'} AWS`;
  const mend = 'set its clock, and keep it so (NTP: chrony, systemd-timesyncd)';
  if (off < REFUSED_SECONDS) return { check, status: 'warning', message, mend };
  const told = `${message}, which refuses calls beyond 300 s`;
  return { check, status: 'wrong', message: told, mend, fault: 'configuration' };
}
