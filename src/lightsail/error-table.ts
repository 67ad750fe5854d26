import type { ErrorKind } from './error-kind';

/** One row: an error matches when all that the row names is there. The first matching row counts. */
export interface ErrorRow {
  /** Exception names, `code`s in them, or codes of Node's network errors. Absent: any. */
  names?: readonly string[];
  /** Only where the text alone tells the case apart; texts are those of public issues. */
  text?: RegExp;
  kind: ErrorKind;
  /** A create that ended so may have been carried out: its kind is `ambiguous`. */
  mayHaveHappened?: true;
  /** What happened, for docs/errors.md and for errors that bring no message of their own. */
  meaning: string;
}

const QUOTA = 'a quota is used up';
/** The service or the way to it failed after the call was sent. */
const LOST = { kind: 'unavailable', mayHaveHappened: true } as const;

/**
 * Lightsail's exceptions, AWS's common errors, and what the network does. By name and code, never by HTTP
 * status: the API model and the wire disagree about those.
 * https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/CommonErrors.html
 */
export const ERROR_TABLE: readonly ErrorRow[] = [
  {
    names: ['ThrottlingException', 'Throttling', 'ThrottledException', 'TooManyRequestsException'],
    kind: 'throttled',
    meaning: 'calls come too fast',
  },
  { names: ['RequestLimitExceeded', 'SlowDown'], kind: 'throttled', meaning: 'calls come too fast' },
  { names: ['InsufficientInstanceCapacity'], kind: 'capacity', meaning: 'the zone is full' },
  {
    text: /InsufficientInstanceCapacity|insufficient capacity/i,
    kind: 'capacity',
    meaning: 'the zone is full',
  },
  { names: ['NameExists'], kind: 'name-in-use', meaning: 'a name is taken' },
  { text: /names? (is|are) already in use/i, kind: 'name-in-use', meaning: 'a name is taken' },
  {
    names: ['AccountSetupInProgressException', 'RegionSetupInProgressException'],
    kind: 'setup-in-progress',
    meaning: 'the account or the Region is being set up',
  },
  { text: /pending verification/i, kind: 'setup-in-progress', meaning: 'the account is being verified' },
  { names: ['ServiceQuotaExceededException', 'LimitExceededException'], kind: 'quota', meaning: QUOTA },
  { text: /reached the maximum|quota exceeded|exceeds? .*quota/i, kind: 'quota', meaning: QUOTA },
  {
    names: ['UnauthenticatedException', 'UnrecognizedClientException', 'InvalidClientTokenId', 'AuthFailure'],
    kind: 'unauthenticated',
    meaning: 'the credentials are not valid',
  },
  {
    names: ['MissingAuthenticationToken', 'MissingAuthenticationTokenException'],
    kind: 'unauthenticated',
    meaning: 'the call carries no credentials',
  },
  {
    names: ['ExpiredToken', 'ExpiredTokenException'],
    kind: 'unauthenticated',
    meaning: 'the credentials have expired',
  },
  {
    names: ['IncompleteSignature', 'SignatureDoesNotMatch', 'InvalidSignatureException'],
    kind: 'unauthenticated',
    meaning: 'the signature is wrong: another secret key, or a clock that is off',
  },
  {
    names: ['RequestExpired', 'RequestTimeTooSkewed', 'RequestInTheFuture'],
    kind: 'unauthenticated',
    meaning: 'the clock is off: AWS allows it 15 minutes',
  },
  {
    names: ['CredentialsProviderError', 'TokenProviderError', 'ProviderError'],
    kind: 'unauthenticated',
    meaning: 'no credentials were found',
  },
  {
    names: [
      'AccessDeniedException',
      'AccessDenied',
      'UnauthorizedOperation',
      'NotAuthorized',
      'OptInRequired',
    ],
    kind: 'denied',
    meaning: 'these credentials may not do this',
  },
  { names: ['NotFoundException', 'DoesNotExist'], kind: 'not-found', meaning: 'there is no such resource' },
  {
    names: ['OperationFailureException'],
    kind: 'transition',
    meaning: "the resource's state forbids it now",
  },
  {
    names: ['InvalidInputException', 'ValidationError', 'ValidationException'],
    kind: 'invalid',
    meaning: 'a field breaks a rule',
  },
  {
    names: ['UnknownOperationException', 'SerializationException', 'InvalidAction'],
    kind: 'invalid',
    meaning: 'the service does not understand the call',
  },
  {
    names: ['MalformedHttpRequestException', 'RequestEntityTooLargeException'],
    kind: 'invalid',
    meaning: 'the service cannot read the call, or it is too large',
  },
  {
    names: ['ServiceException', 'InternalFailure', 'InternalServerError', 'InternalError'],
    ...LOST,
    meaning: 'the service failed',
  },
  {
    names: ['ServiceUnavailable', 'ServiceUnavailableException'],
    ...LOST,
    meaning: 'the service is not there for now',
  },
  {
    names: ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'],
    kind: 'unavailable',
    meaning: 'no connection was made, so nothing was sent',
  },
  {
    names: ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'EHOSTUNREACH', 'ENETUNREACH'],
    ...LOST,
    meaning: 'the connection was lost',
  },
  {
    names: ['ETIMEDOUT', 'TimeoutError', 'RequestTimeout', 'RequestTimeoutException'],
    ...LOST,
    meaning: 'no answer came in time',
  },
  { names: ['SyntaxError'], ...LOST, meaning: 'the answer is not JSON' },
  { names: ['AbortError', 'RequestAbortedException'], ...LOST, meaning: 'the call was given up' },
];
