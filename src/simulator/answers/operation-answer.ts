import type { Operation } from '../state/resources';
import { epochSeconds } from './epoch-seconds';

/** `Operation` of the API model. */
export function operationAnswer(operation: Operation): object {
  return {
    id: operation.id,
    resourceName: operation.resourceName,
    resourceType: operation.resourceType,
    createdAt: epochSeconds(operation.createdAtMillis),
    location: { availabilityZone: operation.availabilityZone, regionName: operation.region },
    isTerminal: operation.status !== 'Started',
    operationDetails: operation.operationDetails,
    operationType: operation.operationType,
    status: operation.status,
    statusChangedAt: epochSeconds(operation.statusChangedAtMillis),
    errorCode: operation.errorCode,
    errorDetails: operation.errorDetails,
  };
}
