import type { CheckResult } from './check';

/** `engines` of package.json. */
const LEAST = { major: 20, minor: 19 };

/** The oldest line that still gets security fixes: https://nodejs.org/en/about/previous-releases. */
const MAINTAINED_MAJOR = 22;

/** Node itself: an old one fails in ways that tell nothing of it. */
export function checkNode({ version }: { version: string }): CheckResult {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const check = 'Node';
  if (major < LEAST.major || (major === LEAST.major && minor < LEAST.minor)) {
    const message = `${version} is older than ${String(LEAST.major)}.${String(LEAST.minor)}, the oldest that works`;
    return { check, status: 'wrong', message, mend: 'install Node 22 or newer', fault: 'configuration' };
  }
  if (major < MAINTAINED_MAJOR) {
    const message = `${version} works, but is past its end of life, and the AWS SDK is about to leave it`;
    return { check, status: 'warning', message, mend: 'install Node 22 or newer' };
  }
  return { check, status: 'ok', message: version };
}
