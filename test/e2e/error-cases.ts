import type { FailureType } from '../../src/contract/failures';

/** What CreateInstancesFromSnapshot is answered with once, and what becomes of the fleet. */
export interface ErrorCase {
  error: string;
  /** Absent: the call is repeated, and the fleet is ready. */
  endsAs?: FailureType;
  /** What tells the person what to do. */
  says?: RegExp;
  text?: string;
}

/** The error of a call, by name. The API's own first, then AWS's common errors, then those that the wire knows. */
export const ERROR_CASES: readonly ErrorCase[] = [
  { error: 'AccessDeniedException', endsAs: 'AccessDenied', says: /Allow the action in the IAM policy/ },
  { error: 'AccountSetupInProgressException' },
  { error: 'RegionSetupInProgressException' },
  { error: 'InvalidInputException', endsAs: 'InvalidRequest', says: /Correct the request/ },
  { error: 'NotFoundException', endsAs: 'PreflightFailed', says: /Check the name/ },
  { error: 'OperationFailureException' },
  { error: 'ServiceException' },
  { error: 'UnauthenticatedException', endsAs: 'Unauthenticated', says: /Check the credentials/ },

  { error: 'AccessDenied', endsAs: 'AccessDenied', says: /Allow the action in the IAM policy/ },
  { error: 'ExpiredTokenException', endsAs: 'Unauthenticated', says: /Check the credentials/ },
  { error: 'IncompleteSignature', endsAs: 'Unauthenticated', says: /Check the credentials/ },
  { error: 'InternalFailure' },
  { error: 'InvalidAction', endsAs: 'InvalidRequest', says: /Correct the request/ },
  { error: 'InvalidClientTokenId', endsAs: 'Unauthenticated', says: /Check the credentials/ },
  { error: 'MalformedHttpRequestException', endsAs: 'InvalidRequest', says: /Correct the request/ },
  { error: 'NotAuthorized', endsAs: 'AccessDenied', says: /Allow the action in the IAM policy/ },
  { error: 'OptInRequired', endsAs: 'AccessDenied', says: /Allow the action in the IAM policy/ },
  { error: 'RequestAbortedException' },
  { error: 'RequestEntityTooLargeException', endsAs: 'InvalidRequest', says: /Correct the request/ },
  { error: 'RequestExpired', endsAs: 'Unauthenticated', says: /its clock/ },
  { error: 'RequestTimeoutException' },
  { error: 'ServiceUnavailable' },
  { error: 'ThrottlingException' },
  { error: 'UnknownOperationException', endsAs: 'InvalidRequest', says: /Correct the request/ },
  { error: 'UnrecognizedClientException', endsAs: 'Unauthenticated', says: /Check the credentials/ },
  { error: 'ValidationError', endsAs: 'InvalidRequest', says: /Correct the request/ },

  { error: 'InvalidSignatureException', endsAs: 'Unauthenticated', says: /its clock/ },
  { error: 'SerializationException', endsAs: 'InvalidRequest', says: /Correct the request/ },
  { error: 'ServiceQuotaExceededException', endsAs: 'QuotaExceeded', says: /raise the quota/ },
  { error: 'InsufficientInstanceCapacity', endsAs: 'CapacityUnavailable', says: /The zone is full/ },
  { error: 'AnErrorOfTomorrow', endsAs: 'InvalidRequest', says: /Correct the request/ },
];

/** What only the text of an InvalidInputException tells apart. */
export const TEXT_CASES: readonly (ErrorCase & { text: string })[] = [
  {
    error: 'quota',
    text: "Sorry, you've reached the maximum number of instances for your account.",
    endsAs: 'QuotaExceeded',
    says: /raise the quota/,
  },
  {
    error: 'pending verification',
    text: 'Your account is pending verification. Until the verification process is complete, you may not be able to create instances.',
  },
];

/** The error of an operation that Lightsail had accepted. */
export const OPERATION_CASES: readonly Required<ErrorCase>[] = [
  {
    error: 'InsufficientInstanceCapacity',
    text: 'We currently do not have sufficient capacity in the Availability Zone you requested.',
    endsAs: 'CapacityUnavailable',
    says: /choose another availabilityZone/,
  },
  {
    error: 'ServiceQuotaExceededException',
    text: 'You have reached the maximum number of vCPUs.',
    endsAs: 'QuotaExceeded',
    says: /raise the quota/,
  },
  {
    error: 'InternalFailure',
    text: 'The instance could not be started.',
    endsAs: 'OperationFailed',
    says: /run it again/,
  },
];
