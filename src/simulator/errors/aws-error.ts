import type { ResourceType } from '../state/resources';

/**
 * Names of errors with a status of their own; every other one is a 400. The user's reference page gives 400 for
 * all modelled exceptions but ServiceException, and "Common Errors" gives the rest.
 */
const STATUS_BY_TYPE: ReadonlyMap<string, number> = new Map([
  ['ServiceException', 500],
  ['InternalFailure', 500],
  ['InternalServerError', 500],
  ['ServiceUnavailable', 503],
  ['ServiceUnavailableException', 503],
  ['UnknownOperationException', 404],
  ['RequestEntityTooLargeException', 413],
  ['InvalidClientTokenId', 403],
  ['UnrecognizedClientException', 403],
  ['ExpiredTokenException', 403],
  ['MissingAuthenticationTokenException', 403],
  ['InvalidSignatureException', 403],
  ['SignatureDoesNotMatch', 403],
]);

/** The exceptions that carry `code`, `docs` and `tip` as well as `message` (the API model). */
const MODELLED: ReadonlyMap<string, string> = new Map([
  ['AccessDeniedException', 'Check the credentials and their policies and try again.'],
  ['AccountSetupInProgressException', 'Wait until your account is set up and try again.'],
  ['InvalidInputException', 'Correct the input and try again.'],
  ['NotFoundException', 'Check the name and the Region and try again.'],
  ['OperationFailureException', 'Wait until the resource is in another state and try again.'],
  [
    'RegionSetupInProgressException',
    'Opt-in Regions typically take a few minutes to finish setting up. Try again.',
  ],
  ['ServiceException', 'Try again in a few minutes.'],
  ['UnauthenticatedException', 'Check the credentials and try again.'],
]);

const DOCS = 'https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/Welcome.html';

/** An error answer is never longer than 4 KB: what a client sent comes back only in part. */
const LONGEST_MESSAGE_CHARACTERS = 1200;
const LONGEST_MESSAGE_BYTES = 3000;
/** JSON writes some characters in six bytes each. */
const LONGEST_ESCAPED_CHARACTERS = LONGEST_MESSAGE_BYTES / 6;

export interface AwsErrorInput {
  type: string;
  message: string;
  /** `code` of a modelled exception; its name where AWS has no finer one. */
  code?: string;
}

/** An answer of AWS that is an error. Thrown by operations, turned into bytes in `wire/`. */
export class AwsError extends Error {
  readonly type: string;
  readonly status: number;
  readonly code: string;

  constructor({ type, message, code }: AwsErrorInput) {
    super(cutMessage(message));
    this.type = type;
    this.status = STATUS_BY_TYPE.get(type) ?? 400;
    this.code = code ?? type;
  }

  body(): Record<string, string> {
    const tip = MODELLED.get(this.type);
    const modelled = tip === undefined ? {} : { code: this.code, docs: DOCS, tip };
    return { __type: this.type, message: this.message, ...modelled };
  }
}

export function invalidInput(message: string, code?: string): AwsError {
  return new AwsError({ type: 'InvalidInputException', message, ...(code === undefined ? {} : { code }) });
}

export function operationFailure(message: string): AwsError {
  return new AwsError({ type: 'OperationFailureException', message });
}

/** The text that people see in public issues: "The Instance does not exist: X". */
export function doesNotExist(input: { resourceType: ResourceType | 'Operation'; name: string }): AwsError {
  return new AwsError({
    type: 'NotFoundException',
    code: 'DoesNotExist',
    message: `The ${input.resourceType} does not exist: ${input.name}`,
  });
}

export function nameExists(names: readonly string[]): AwsError {
  return invalidInput(`Some names are already in use: ${names.join(', ')}`, 'NameExists');
}

/** A body that is no JSON, or holds a value of the wrong type. */
export function serializationError(message: string): AwsError {
  return new AwsError({ type: 'SerializationException', message });
}

function cutMessage(message: string): string {
  const cut = message.slice(0, LONGEST_MESSAGE_CHARACTERS);
  const long = Buffer.byteLength(JSON.stringify(cut)) > LONGEST_MESSAGE_BYTES;
  const kept = long ? cut.slice(0, LONGEST_ESCAPED_CHARACTERS) : cut;
  return kept.length < message.length ? `${kept}…` : message;
}
