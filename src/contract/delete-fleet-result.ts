import { z } from 'zod';
import { survivorSchema } from './fleet-progress';

/** An instance or disk that carries our tags, and where. */
export const ownedResourceSchema = z.object({
  resourceType: z.enum(['Instance', 'Disk']),
  name: z.string(),
  region: z.string(),
  ownerId: z.string(),
  fleetId: z.string(),
  createdAt: z.string().optional(),
});
export type OwnedResource = z.infer<typeof ownedResourceSchema>;

export const unreadRegionSchema = z.object({
  region: z.string(),
  cause: z.string(),
  notEnabled: z.literal(true).optional().meta({
    description: 'It does not know the credentials that others take: the account has not enabled it.',
  }),
});
export type UnreadRegion = z.infer<typeof unreadRegionSchema>;

/** A disk that is attached to an instance of the fleet and was not made with it, as far as anybody can tell. */
export const leftAloneSchema = z.object({
  resourceType: z.literal('Disk'),
  name: z.string(),
  region: z.string(),
  cause: z.string(),
});
export type LeftAlone = z.infer<typeof leftAloneSchema>;

/** Result of `deleteFleet`. Times are ISO 8601. With survivors it fails as `RollbackIncomplete` instead. */
export const deleteFleetResultSchema = z.object({
  regions: z.array(z.string()).meta({ description: 'Where it looked.' }),
  unread: z.array(unreadRegionSchema).meta({
    description: 'Regions that could not be read; `deleteFleet` succeeds only if they are not enabled.',
  }),
  found: z.array(ownedResourceSchema).meta({ description: 'Of a dry run: what would be deleted.' }),
  removed: z.array(ownedResourceSchema),
  removedCount: z
    .int()
    .meta({ description: 'All of them: the list ends at 1,000, that of a dry run at 2,000.' }),
  leftAlone: z.array(leftAloneSchema),
  survivors: z.array(survivorSchema),
  startedAt: z.string(),
  endedAt: z.string(),
});
export type DeleteFleetResult = z.infer<typeof deleteFleetResultSchema>;

/** Answer of the query `progress` of `deleteFleet` and `sweepFleets`. */
export const deleteProgressSchema = z.object({
  state: z.enum(['looking', 'removing', 'done']),
  regions: z.int(),
  found: z.int(),
  removed: z.int(),
  survivors: z.array(survivorSchema),
});
export type DeleteProgress = z.infer<typeof deleteProgressSchema>;
