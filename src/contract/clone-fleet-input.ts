import { z } from 'zod';
import { awsRequestShape } from './aws-request';
import { findConflicts } from './clone-fleet-rules';
import type { Problem } from './failures';
import { fleetOptionsSchema } from './fleet-options';
import { problemsOf } from './problems';

/**
 * Input of `cloneFleet` and `planFleet`: an AWS CreateInstancesFromSnapshot request as AWS documents it,
 * and one more member, `fleet`. Unknown members are refused by name.
 */
export const cloneFleetInputSchema = z.strictObject({
  ...awsRequestShape,
  fleet: fleetOptionsSchema.optional().meta({ description: 'What is ours, beside what AWS documents.' }),
});

/**
 * `lightsail-fleet schema CloneFleetInput` tells what each member means.
 *
 * @useDeclaredType
 */
export type CloneFleetInput = z.infer<typeof cloneFleetInputSchema>;

export type ParsedCloneFleetInput =
  { input: CloneFleetInput; problems?: undefined } | { input?: undefined; problems: Problem[] };

/** The input, or every problem of it at once: of each member, and of members that contradict each other. */
export function parseCloneFleetInput(input: unknown): ParsedCloneFleetInput {
  if (isUnreadable(input)) {
    return {
      problems: [
        {
          path: '',
          message: `expected an object, got data that cannot be read (${input.unreadablePayload})`,
        },
      ],
    };
  }
  const parsed = cloneFleetInputSchema.safeParse(input);
  const problems = [...(parsed.success ? [] : problemsOf(parsed.error, input)), ...findConflicts(input)];
  if (parsed.success && problems.length === 0) return { input: parsed.data };
  return { problems };
}

/** What the workflow's payload converter makes of input that is not what it says it is. */
interface UnreadablePayload {
  unreadablePayload: string;
}

function isUnreadable(input: unknown): input is UnreadablePayload {
  if (typeof input !== 'object' || input === null) return false;
  return (
    'unreadablePayload' in input &&
    typeof input.unreadablePayload === 'string' &&
    Object.keys(input).length === 1
  );
}
