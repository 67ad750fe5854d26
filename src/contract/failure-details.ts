import { z } from 'zod';
import { survivorSchema } from './fleet-progress';
import type { FleetFailureDetails } from './failures';

const problemSchema = z.object({ path: z.string(), message: z.string() });

const instanceProblemSchema = z.object({
  name: z.string(),
  operationId: z.string().optional(),
  errorCode: z
    .string()
    .optional()
    .meta({ description: "Lightsail's errorCode, or ours: NotReady, NotOurs, NotFound." }),
  message: z.string(),
});

/**
 * First entry of a failure's `details`, the same shape for every failure type; `failures.ts` says what each member
 * means. Members that a later version adds pass.
 */
export const fleetFailureDetailsSchema: z.ZodType<FleetFailureDetails> = z.looseObject({
  fleetId: z.string(),
  region: z.string().optional(),
  problems: z.array(problemSchema).optional(),
  instances: z.array(instanceProblemSchema).optional(),
  survivors: z.array(survivorSchema).optional(),
  unread: z.array(z.object({ region: z.string(), cause: z.string() })).optional(),
  command: z.string().optional().meta({ description: 'What finishes the work, ready to be pasted.' }),
  errorKind: z.string().optional().meta({ description: 'Kind of the AWS error: unavailable, denied …' }),
  nothingMade: z.boolean().optional(),
  cause: z.object({ type: z.string(), message: z.string() }).optional(),
});
