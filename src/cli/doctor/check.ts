/** `skipped`: nothing can be said, because of another check or because it is no concern of this machine. */
export type CheckStatus = 'ok' | 'warning' | 'wrong' | 'skipped';

/** What one look at the environment found. */
export interface CheckResult {
  /** Stable, for programs: `search attributes`. */
  check: string;
  status: CheckStatus;
  /** What was found, never a secret. */
  message: string;
  /** What to do about it. */
  mend?: string | undefined;
  /** Of what is wrong: whether it is to be mended here, or to be waited for. Decides the exit code. */
  fault?: 'configuration' | 'unreachable' | undefined;
}

export function skippedBecause(check: string, because: string): CheckResult {
  return { check, status: 'skipped', message: `not looked at: ${because}` };
}
