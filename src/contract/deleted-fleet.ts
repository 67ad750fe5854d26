import { z } from 'zod';

/** What one deletion has removed of one fleet, and has verified to be gone; recorded in a memo. */
export const deletedFleetSchema = z.object({
  ownerId: z.string(),
  fleetId: z.string(),
  region: z.string(),
  /** Instances of it, each once. */
  instances: z.number(),
  /** When the deletion began, ISO 8601. Nothing that was made later is meant. */
  since: z.string(),
  /** Disks that were attached and are still there, of all that it deleted. */
  disksLeft: z.number(),
});
export type DeletedFleet = z.infer<typeof deletedFleetSchema>;
