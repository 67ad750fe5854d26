import type { Operation } from '@aws-sdk/client-lightsail';
import type { OperationOutcome } from '../contract/activities';
import { operationErrorKind } from '../lightsail/classify-error';
import { ERROR_POLICIES } from '../lightsail/error-kind';
import { failureTypeOfKind } from './fleet-errors';

/** What the error of a failed operation means for the run, and what a person can do. */
export function operationFailure(operation: Operation): OperationOutcome['failure'] {
  const errorKind = operationErrorKind(operation);
  return { type: failureTypeOfKind(errorKind), errorKind, advice: ERROR_POLICIES[errorKind].advice };
}
