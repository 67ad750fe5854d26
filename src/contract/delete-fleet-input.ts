import { z } from 'zod';
import type { Problem } from './failures';
import { FLEET_ID_RULE, isFleetId } from './fleet-id';
import { problemsOf } from './problems';
import { REGION_PATTERN, REGION_RULE } from './region';

/** Lightsail has 20 Regions; a list far above that is a mistake. */
const MAX_REGIONS = 50;

/** A run id is a UUID; a tag's value ends at 256. */
const OWNER_ID_RULE = 'expected the run id of the run that made it: 1 to 256 characters of A-Z a-z 0-9 -';

export const regionsSchema = z
  .array(z.string().regex(REGION_PATTERN, { error: REGION_RULE }))
  .min(1, { error: `expected 1 to ${String(MAX_REGIONS)} Regions` })
  .max(MAX_REGIONS, { error: `expected 1 to ${String(MAX_REGIONS)} Regions` })
  .optional()
  .meta({ description: 'Where to look; default every Region of Lightsail.' });

/** Input of `deleteFleet`. Unknown members are refused by name. */
export const deleteFleetInputSchema = z.strictObject({
  fleetId: z
    .string()
    .refine(isFleetId, { error: FLEET_ID_RULE })
    .optional()
    .meta({ description: 'What carries this fleet id and an owner id in its tags is deleted.' }),
  ownerId: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,256}$/, { error: OWNER_ID_RULE })
    .optional()
    .meta({ description: 'The run id of the run that made it; beside fleetId both must match.' }),
  regions: regionsSchema,
  disks: z
    .boolean()
    .optional()
    .meta({ description: 'False leaves the disks of the instances, detached. Default true.' }),
  beginBefore: z.iso
    .datetime({ offset: true, error: 'expected a time such as 2026-12-01T00:00:00Z' })
    .optional()
    .meta({
      description:
        'Deletes nothing when it comes to it only later, as after an outage: fails as DeadlineExceeded. Default no limit.',
    }),
  dryRun: z.boolean().optional().meta({ description: 'Only look: the result says what would be deleted.' }),
});

/**
 * `lightsail-fleet schema DeleteFleetInput` tells what each member means.
 *
 * @useDeclaredType
 */
export type DeleteFleetInput = z.infer<typeof deleteFleetInputSchema>;

export type ParsedDeleteFleetInput =
  { input: DeleteFleetInput; problems?: undefined } | { input?: undefined; problems: Problem[] };

/** The input, or every problem of it at once. */
export function parseDeleteFleetInput(input: unknown): ParsedDeleteFleetInput {
  const parsed = deleteFleetInputSchema.safeParse(input);
  const problems = [...(parsed.success ? [] : problemsOf(parsed.error, input)), ...findMissingId(input)];
  if (parsed.success && problems.length === 0) return { input: parsed.data };
  return { problems };
}

function findMissingId(input: unknown): Problem[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return [];
  const { fleetId, ownerId } = input as Partial<Record<string, unknown>>;
  if (fleetId !== undefined || ownerId !== undefined) return [];
  return [{ path: 'fleetId', message: 'required: expected a fleet id, an ownerId or both, got neither' }];
}
