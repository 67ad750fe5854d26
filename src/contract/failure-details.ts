import { z } from 'zod';
import { text } from './described';
import { survivorSchema } from './fleet-progress';
import type { FleetFailureDetails } from './failures';

const problemSchema = z
  .object({
    path: text('Path into the input (`fleet.count`, `instanceNames[3]`), or empty for the whole of it.'),
    message: text('What was expected and what came, or what was found in the account.'),
  })
  .meta({ id: 'Problem', description: 'One thing wrong with a request.' });

const instanceProblemSchema = z
  .object({
    name: text('Name of the instance.'),
    operationId: text("Lightsail's operation.").optional(),
    errorCode: text("Lightsail's errorCode, or ours: NotReady, NotOurs, NotFound.").optional(),
    message: text('What happened, for a person.'),
  })
  .meta({ id: 'InstanceProblem', description: 'What went wrong with one instance.' });

const unreadSchema = z.object({ region: text('The Region.'), cause: text('Why nobody could look.') });

const causeSchema = z.object({ type: text('A FailureType.'), message: text('What happened.') });

/**
 * First entry of a failure's `details`, the same shape for every failure type; `failures.ts` says what each member
 * means. Members that a later version adds pass.
 */
export const fleetFailureDetailsSchema: z.ZodType<FleetFailureDetails> = z.looseObject({
  fleetId: text('The workflow id.'),
  region: text('Region of the fleet, once known.').optional(),
  problems: z
    .array(problemSchema)
    .optional()
    .meta({ description: 'Of a request that was refused: all of them.' }),
  instances: z.array(instanceProblemSchema).optional().meta({ description: 'What went wrong with which.' }),
  survivors: z
    .array(survivorSchema)
    .optional()
    .meta({ description: 'What is left, and billed. Absent or empty: nothing is left.' }),
  unread: z
    .array(unreadSchema)
    .optional()
    .meta({ description: 'Of a deletion: Regions in which nobody could look.' }),
  command: text('What finishes the work, ready to be pasted.').optional(),
  errorKind: text('Kind of the AWS error: unavailable, denied …').optional(),
  nothingMade: z
    .boolean()
    .optional()
    .meta({ description: 'Of a create: every answer was definite and none of them made anything.' }),
  cause: causeSchema
    .optional()
    .meta({ description: 'Of RollbackIncomplete: what made the rollback necessary.' }),
});
