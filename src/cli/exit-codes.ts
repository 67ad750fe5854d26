/** What the command ends with: public, and documented in the README. */
export const EXIT_CODES = {
  done: 0,
  /** The run failed, and nothing of it is left. */
  failed: 1,
  /** The command line or the request is wrong, or the account does not allow it: nothing was made. */
  invalid: 2,
  /** Something is left behind. */
  rollbackIncomplete: 3,
  /** Temporal or AWS out of reach: what became of a run is not known here. */
  unreachable: 4,
  interrupted: 130,
  /** Nobody reads its output any more: 128 and SIGPIPE, as of other commands. What it follows goes on. */
  unread: 141,
} as const;
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

const INVALID = new Set([
  'UsageError',
  'CommanderError',
  'InvalidRequestError',
  'RequestFileError',
  'ConfigError',
  'TemporalConfigError',
  'SearchAttributeTypeError',
  'FleetNotFoundError',
  'FleetExistsError',
  'FleetConflictError',
  'FleetNotRunningError',
  'FleetScheduleExistsError',
  'FleetScheduleNotFoundError',
  'RemovalConflictError',
]);

const UNREACHABLE = new Set(['TemporalUnreachableError', 'TemporalCallError', 'PlanTimeoutError']);

/** By `name`, so that the heavy modules that define the errors need not be loaded to ask. */
export function exitCodeOf(error: unknown): ExitCode {
  const name = error instanceof Error ? error.name : '';
  if (INVALID.has(name)) return EXIT_CODES.invalid;
  if (UNREACHABLE.has(name)) return EXIT_CODES.unreachable;
  if (name === 'FleetFailedError') return exitCodeOfFailure(error as FleetFailure);
  return EXIT_CODES.failed;
}

/**
 * Of `lightsail-fleet clone --json | head -1`: with 0 a script under `pipefail` would take a fleet that is being made for one
 * that is there; and of a full disk: with 1, for one of which nothing is left.
 */
export function exitCodeOfLostOutput({ code }: { code?: string | undefined }): ExitCode {
  return code === 'EPIPE' ? EXIT_CODES.unread : EXIT_CODES.unreachable;
}

/** What a failed run tells of itself; `details` as FleetFailureDetails. */
interface FleetFailure {
  type: string;
  details?: { errorKind?: string | undefined; survivors?: readonly unknown[] | undefined } | undefined;
}

/** Of a run that failed with this type. A plan that was refused is a request to mend, not a run to clean up after. */
export function exitCodeOfFailure({ type, details }: FleetFailure): ExitCode {
  // Kept for inspection: something is there, and billed.
  if ((details?.survivors?.length ?? 0) > 0) return EXIT_CODES.rollbackIncomplete;
  if (type === 'DeadlineExceeded' && details?.errorKind === 'unavailable') return EXIT_CODES.unreachable;
  switch (type) {
    case 'InvalidRequest':
    case 'PreflightFailed':
      return EXIT_CODES.invalid;
    // Ended from outside: no rollback ran.
    case 'RollbackIncomplete':
    case 'Terminated':
    case 'TimedOut':
      return EXIT_CODES.rollbackIncomplete;
    default:
      return EXIT_CODES.failed;
  }
}
