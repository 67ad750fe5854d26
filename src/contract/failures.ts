/**
 * `type` of the ApplicationFailure that a run, or the update `awaitPlan`, ends with, and what it tells: public API.
 * docs/errors.md is made of it.
 */
export const FAILURE_MEANINGS = {
  InvalidRequest:
    'the request breaks a rule that needs no account to be seen, or Lightsail refused it as such',
  PreflightFailed:
    'the plan found that the account or the Region cannot fulfil the request; nothing was made',
  NameInUse: 'a name belongs to something that is not of this fleet; it was left alone',
  AccessDenied: "the worker's credentials may not make a call that the fleet needs",
  Unauthenticated: "the worker's credentials are missing, wrong or expired, or its clock is off",
  QuotaExceeded: 'the account has no room for as many instances, vCPUs or disks',
  CapacityUnavailable: 'the zone has no machine free for the bundle',
  OperationFailed: 'Lightsail accepted an instance and then could not make it',
  DeadlineExceeded: 'an operation, an instance or Lightsail itself took longer than the limits of the fleet',
  RollbackIncomplete:
    'something that the run made is still there; each survivor is named, with what removes it',
} as const;
/**
 * What a run can fail with.
 *
 * @useDeclaredType
 */
export type FailureType = keyof typeof FAILURE_MEANINGS;
export const FAILURE_TYPES = Object.keys(FAILURE_MEANINGS) as FailureType[];

/** One thing wrong with a request, with the place where it is. */
export interface Problem {
  /** Path into the input (`fleet.count`, `instanceNames[3]`), or empty for the whole of it. */
  path: string;
  /** What was expected and what came, or what was found in the account. */
  message: string;
}

/** An instance or disk that undo could not remove. It is billed until somebody removes it. */
export interface Survivor {
  resourceType: 'Instance' | 'Disk';
  name: string;
  /** Why it is still there, as AWS said it or as it was seen. */
  cause: string;
  /** Where it is, when not all are in the Region of the failure. */
  region?: string | undefined;
  /** It carries no tag of ours, so `lightsail-fleet delete` does not find it; only the history of its run knows it. */
  untagged?: boolean | undefined;
}

/** What went wrong with one instance. */
export interface InstanceProblem {
  name: string;
  operationId?: string | undefined;
  /** Lightsail's `errorCode` of the operation, or of the call. */
  errorCode?: string | undefined;
  message: string;
}

/** First (and only) entry of the failure's `details`, the same shape for every type. */
export interface FleetFailureDetails {
  fleetId: string;
  region?: string | undefined;
  problems?: Problem[] | undefined;
  instances?: InstanceProblem[] | undefined;
  survivors?: Survivor[] | undefined;
  /** Of a deletion: Regions in which nobody could look. */
  unread?: { region: string; cause: string }[] | undefined;
  /** What finishes the work, ready to be pasted. */
  command?: string | undefined;
  /** Our kind of the error that AWS answered with, or that the way to it met: `unavailable`, `denied` … */
  errorKind?: string | undefined;
  /** Of a create: true when every answer was definite and none of them made anything. */
  nothingMade?: boolean | undefined;
  /** For RollbackIncomplete: what made the rollback necessary. */
  cause?: { type: string; message: string } | undefined;
}

/** True for the types of this version; a later one may have more. */
export function isFailureType(type: string | null | undefined): type is FailureType {
  return FAILURE_TYPES.some((known) => known === type);
}
