import { z } from 'zod';

/** A Lightsail operation with every member of AWS's answer; times as ISO 8601, so that it is plain JSON. */
export const operationRecordSchema = z.object({
  id: z.string().optional(),
  resourceName: z.string().optional(),
  resourceType: z.string().optional(),
  createdAt: z.string().optional(),
  location: z
    .object({ availabilityZone: z.string().optional(), regionName: z.string().optional() })
    .optional(),
  isTerminal: z.boolean().optional(),
  operationDetails: z.string().optional(),
  operationType: z.string().optional(),
  status: z.string().optional(),
  statusChangedAt: z.string().optional(),
  errorCode: z.string().optional(),
  errorDetails: z.string().optional(),
});
export type OperationRecord = z.infer<typeof operationRecordSchema>;
