import { z } from 'zod';
import { amount, text, time, whole } from './described';
import { leftAloneSchema, ownedResourceSchema, unreadRegionSchema } from './delete-fleet-result';
import { survivorSchema } from './fleet-progress';
import { GROUP_STATES } from './run-state';

/** What one owner has in one Region. Times are ISO 8601. */
const groupMembers = {
  fleetId: text('Fleet id in the tags; empty where it was taken off.'),
  ownerId: text('Run id in the owner tag.'),
  region: text('Where it is.'),
  state: z.enum(GROUP_STATES).meta({
    description:
      'running and standing: a fleet. survivor: a run that failed left it. terminated: nothing undid the run. expired: Temporal knows no such run.',
  }),
  instances: whole('How many instances.'),
  disks: whole('Those with our tags, and those that were made with its instances.'),
  names: z.array(z.string()).meta({ description: 'The first few.' }),
  oldestAt: time('When the oldest of it was made.').optional(),
  newestAt: time('When the newest of it was made.').optional(),
  monthlyPriceUsd: amount('What it costs, USD.').optional(),
};

export const fleetGroupSchema = z
  .object(groupMembers)
  .meta({ id: 'FleetGroup', description: 'What one owner has in one Region.' });
/**
 * `lightsail-fleet schema SweepFleetsResult` tells what each member means.
 *
 * @useDeclaredType
 */
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

export const sweptGroupSchema = z
  .object({
    ...groupMembers,
    action: z.enum(SWEEP_ACTIONS).meta({
      description:
        'none: of a running or standing fleet. reported: a sweep that deletes would delete it. too-young, needs-include-expired: why it would not. removed, survivors: what became of it. unread: nobody could look.',
    }),
  })
  .meta({
    id: 'SweptGroup',
    description: 'What one owner has in one Region, and what the sweep did about it.',
  });
/**
 * `lightsail-fleet schema SweepFleetsResult` tells what each member means.
 *
 * @useDeclaredType
 */
export type SweptGroup = z.infer<typeof sweptGroupSchema>;

/** Result of `sweepFleets`. */
export const sweepFleetsResultSchema = z.object({
  regions: z.array(z.string()).meta({ description: 'Where it looked.' }),
  unread: z.array(unreadRegionSchema).meta({ description: 'Regions that could not be read.' }),
  groups: z
    .array(sweptGroupSchema)
    .meta({ description: 'Everything that carries our tags, by owner and Region.' }),
  more: z.boolean().meta({ description: 'There are more groups than one sweep takes: sweep again.' }),
  removed: z
    .array(ownedResourceSchema)
    .meta({ description: 'What was deleted, and is gone; ends at 1,000.' }),
  removedCount: whole('How many were deleted.'),
  leftAlone: z.array(leftAloneSchema).meta({ description: 'Attached disks that are not of a fleet.' }),
  survivors: z.array(survivorSchema).meta({ description: 'What could not be deleted.' }),
  startedAt: time('When the run started.'),
  endedAt: time('When it was done.'),
});
/**
 * `lightsail-fleet schema SweepFleetsResult` tells what each member means.
 *
 * @useDeclaredType
 */
export type SweepFleetsResult = z.infer<typeof sweepFleetsResultSchema>;
