import type { ErrorKind } from './error-kind';

export interface LightsailErrorDetails {
  kind: ErrorKind;
  /** The exception's name, or the code in it: `ThrottlingException`, `NotFoundException`, `ECONNRESET`. */
  code: string;
  /** Lightsail's operation: `CreateInstancesFromSnapshot`. */
  action: string;
  message: string;
  requestId?: string | undefined;
  cause?: unknown;
}

/** `code` of a call that did not leave, as `sendBeforeMillis` had passed. */
export const TOO_LATE_TO_SEND = 'TooLateToSend';

/** The one error that leaves `src/lightsail/`: classified once, where it entered. */
export class LightsailError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly action: string;
  readonly requestId: string | undefined;

  constructor({ kind, code, action, message, requestId, cause }: LightsailErrorDetails) {
    super(message, { cause });
    this.name = 'LightsailError';
    this.kind = kind;
    this.code = code;
    this.action = action;
    this.requestId = requestId;
  }
}

/** By name and not by `instanceof`: Jest and npm can hold two copies of one module. */
export function isLightsailError(error: unknown): error is LightsailError {
  return error instanceof Error && error.name === 'LightsailError';
}
