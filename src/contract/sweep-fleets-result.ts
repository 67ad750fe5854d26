import { z } from 'zod';
import { leftAloneSchema, ownedResourceSchema, unreadRegionSchema } from './delete-fleet-result';
import { survivorSchema } from './fleet-progress';
import { GROUP_STATES } from './run-state';

/** What one owner has in one Region. Times are ISO 8601. */
export const fleetGroupSchema = z.object({
  fleetId: z.string(),
  ownerId: z.string(),
  region: z.string(),
  state: z.enum(GROUP_STATES),
  instances: z.int(),
  disks: z.int().meta({ description: 'Those with our tags, and those that were made with its instances.' }),
  names: z.array(z.string()).meta({ description: 'The first few.' }),
  oldestAt: z.string().optional(),
  newestAt: z.string().optional(),
  monthlyPriceUsd: z.number().optional(),
});
export type FleetGroup = z.infer<typeof fleetGroupSchema>;

/**
 * `none`: it belongs to a running or a standing fleet. `reported`: a sweep that deletes would delete it. `too-young`,
 * `needs-include-expired`: why it would not. `removed`, `survivors`: what became of it. `unread`: nobody could look.
 */
export const SWEEP_ACTIONS = [
  'none',
  'reported',
  'too-young',
  'needs-include-expired',
  'removed',
  'survivors',
  'unread',
] as const;

export const sweptGroupSchema = fleetGroupSchema.extend({ action: z.enum(SWEEP_ACTIONS) });
export type SweptGroup = z.infer<typeof sweptGroupSchema>;

/** Result of `sweepFleets`. */
export const sweepFleetsResultSchema = z.object({
  regions: z.array(z.string()),
  unread: z.array(unreadRegionSchema).meta({ description: 'Regions that could not be read.' }),
  groups: z.array(sweptGroupSchema),
  more: z.boolean().meta({ description: 'There are more groups than one sweep takes: sweep again.' }),
  removed: z.array(ownedResourceSchema),
  removedCount: z.int(),
  leftAlone: z.array(leftAloneSchema),
  survivors: z.array(survivorSchema),
  startedAt: z.string(),
  endedAt: z.string(),
});
export type SweepFleetsResult = z.infer<typeof sweepFleetsResultSchema>;
