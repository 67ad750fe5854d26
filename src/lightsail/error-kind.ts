/** What an error of Lightsail means to us. All code after `classifyError` branches on this and nothing else. */
export const ERROR_KINDS = [
  'throttled',
  'unavailable',
  'ambiguous',
  'setup-in-progress',
  'name-in-use',
  'not-found',
  'invalid',
  'denied',
  'unauthenticated',
  'quota',
  'capacity',
  'transition',
  'operation-failed',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

export interface ErrorPolicy {
  /** False: the same call again can only fail again. */
  retried: boolean;
  /** A rollback repeats it until its time is up: credentials and policies can be mended meanwhile. */
  repeatedByUndo?: boolean;
  /** Upper bound of the first delay; it doubles with each attempt, with full jitter. */
  firstDelaySeconds: number;
  maxDelaySeconds: number;
  /** How long it is worth going on. */
  forMinutes: number;
  /** What a person should do, as a sentence that can follow what AWS said. */
  advice: string;
}

const NOT_RETRIED = { retried: false, firstDelaySeconds: 0, maxDelaySeconds: 0, forMinutes: 0 } as const;

/** Credentials come back within minutes, and nobody else removes what was made; a call now and then costs nothing. */
const REPEATED_BY_UNDO = {
  ...{ retried: false, repeatedByUndo: true, firstDelaySeconds: 1, maxDelaySeconds: 20, forMinutes: 0 },
} as const;

export const ERROR_POLICIES: Readonly<Record<ErrorKind, ErrorPolicy>> = {
  throttled: {
    // AWS publishes no rate and sends no Retry-After; the Region's rate limit slows down besides.
    ...{ retried: true, firstDelaySeconds: 1, maxDelaySeconds: 20, forMinutes: 30 },
    advice: 'Lightsail asks for fewer calls: lower FLEET_CALLS_PER_SECOND, or start fewer fleets at once',
  },
  unavailable: {
    ...{ retried: true, firstDelaySeconds: 1, maxDelaySeconds: 30, forMinutes: 30 },
    advice:
      'Lightsail is out of reach: check the network, AWS_ENDPOINT_URL_LIGHTSAIL and health.aws.amazon.com',
  },
  ambiguous: {
    // Repeated only after the names have been read back: the create may have happened.
    ...{ retried: true, firstDelaySeconds: 1, maxDelaySeconds: 20, forMinutes: 10 },
    advice:
      'The answer was lost, so instances may have been made: look for the owner tag before creating again',
  },
  'setup-in-progress': {
    // A new account or Region takes minutes, seldom longer.
    ...{ retried: true, firstDelaySeconds: 15, maxDelaySeconds: 60, forMinutes: 30 },
    advice: 'AWS is still setting up the account or the Region: wait some minutes, then run it again',
  },
  'name-in-use': {
    ...NOT_RETRIED,
    advice:
      'Choose other names: they are unique in a Region across instances, disks, key pairs and static IPs',
  },
  'not-found': { ...NOT_RETRIED, advice: 'Check the name, and that it is in this Region and account' },
  invalid: { ...NOT_RETRIED, advice: 'Correct the request: Lightsail refuses it as it is' },
  denied: {
    ...REPEATED_BY_UNDO,
    advice:
      'Allow the action in the IAM policy of these credentials. A clock that is minutes off can look the same: check it',
  },
  unauthenticated: {
    ...REPEATED_BY_UNDO,
    advice: 'Check the credentials that the worker finds (aws sts get-caller-identity), and its clock',
  },
  quota: {
    ...NOT_RETRIED,
    advice: 'Ask for fewer instances, delete unused ones, or raise the quota in the Service Quotas console',
  },
  capacity: {
    // Not by the same call: another zone or some minutes may help.
    ...NOT_RETRIED,
    advice:
      'The zone is full: wait some minutes, choose another availabilityZone or bundle, or ask for fewer',
  },
  transition: {
    // States move on within a minute or two; a disk may sit in `deleting` for several, as users report.
    ...{ retried: true, firstDelaySeconds: 4, maxDelaySeconds: 30, forMinutes: 10 },
    advice: 'The resource is in a state that forbids this now: wait until its operation has ended',
  },
  'operation-failed': {
    ...NOT_RETRIED,
    advice: 'Lightsail accepted the request but could not carry it out: run it again',
  },
};

/** A larger exponent changes nothing (every policy is at its maximum) and would overflow. */
const MAX_DOUBLINGS = 16;

export interface RetryDelayInput {
  kind: ErrorKind;
  /** 1 for the first failure. */
  attempt: number;
  /** 0 up to, not including, 1. */
  random: () => number;
}

/**
 * Exponential backoff with full jitter, so that many fleets that fail together do not return together.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelaySeconds({ kind, attempt, random }: RetryDelayInput): number {
  const { firstDelaySeconds, maxDelaySeconds } = ERROR_POLICIES[kind];
  const doublings = Math.min(Math.max(attempt - 1, 0), MAX_DOUBLINGS);
  return random() * Math.min(maxDelaySeconds, firstDelaySeconds * 2 ** doublings);
}
