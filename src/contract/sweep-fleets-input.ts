import { z } from 'zod';
import { regionsSchema } from './delete-fleet-input';
import type { Problem } from './failures';
import { problemsOf } from './problems';

/** Younger than this a survivor may still be looked at by the person who has to mend its cause. */
export const DEFAULT_MINIMUM_AGE_HOURS = 24;

/** A leap year: a longer minimum is a slip of the unit. */
export const MAX_AGE_HOURS = 24 * 366;
const AGE_RULE = `expected 0 to ${String(MAX_AGE_HOURS)} hours`;

/** Input of `sweepFleets`. Unknown members are refused by name. */
export const sweepFleetsInputSchema = z.strictObject({
  regions: regionsSchema,
  delete: z.boolean().optional().meta({ description: 'Default false: only report.' }),
  minimumAgeHours: z
    .number()
    .min(0, { error: AGE_RULE })
    .max(MAX_AGE_HOURS, { error: AGE_RULE })
    .optional()
    .meta({ description: 'What has anything younger is left; default 24.' }),
  includeExpired: z.boolean().optional().meta({
    description:
      'Also delete what no run is known of. It may be a standing fleet that is older than the retention of the namespace, or one of another namespace.',
  }),
});

/**
 * `lightsail-fleet schema SweepFleetsInput` tells what each member means.
 *
 * @useDeclaredType
 */
export type SweepFleetsInput = z.infer<typeof sweepFleetsInputSchema>;

export type ParsedSweepFleetsInput =
  { input: SweepFleetsInput; problems?: undefined } | { input?: undefined; problems: Problem[] };

/** The input, or every problem of it at once. No input at all is a report of everything. */
export function parseSweepFleetsInput(input: unknown): ParsedSweepFleetsInput {
  const parsed = sweepFleetsInputSchema.safeParse(input ?? {});
  return parsed.success ? { input: parsed.data } : { problems: problemsOf(parsed.error, input) };
}
