import type { Operation } from '@aws-sdk/client-lightsail';
import type { OperationRecord } from '../contract/operation-record';

/** AWS's operation as plain JSON, with every member that came. */
export function toOperationRecord(operation: Operation): OperationRecord {
  const { createdAt, statusChangedAt, ...rest } = operation;
  return {
    ...rest,
    ...(createdAt === undefined ? {} : { createdAt: createdAt.toISOString() }),
    ...(statusChangedAt === undefined ? {} : { statusChangedAt: statusChangedAt.toISOString() }),
  };
}
