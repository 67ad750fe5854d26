import { z } from 'zod';
import { text, time } from './described';

/** A Lightsail operation with every member of AWS's answer; times as ISO 8601, so that it is plain JSON. */
export const operationRecordSchema = z
  .object({
    id: text('Id of the operation.').optional(),
    resourceName: text('What it works on.').optional(),
    resourceType: text('Such as Instance.').optional(),
    createdAt: time('When it was made.').optional(),
    location: z
      .object({
        availabilityZone: text('Zone, or all.').optional(),
        regionName: text('Region.').optional(),
      })
      .optional()
      .meta({ description: 'Where it is.' }),
    isTerminal: z.boolean().optional().meta({ description: 'It has ended.' }),
    operationDetails: text("AWS's text, often the snapshot's name.").optional(),
    operationType: text('Such as CreateInstancesFromSnapshot.').optional(),
    status: text('NotStarted, Started, Completed, Succeeded or Failed.').optional(),
    statusChangedAt: time('When it came into this status.').optional(),
    errorCode: text('Of a failed one.').optional(),
    errorDetails: text('Of a failed one.').optional(),
  })
  .meta({
    id: 'OperationRecord',
    description: 'A Lightsail operation, with every member that AWS answered.',
  });
export type OperationRecord = z.infer<typeof operationRecordSchema>;
