import { z } from 'zod';
import { text, time, whole } from './described';
import { survivorSchema } from './fleet-progress';

/** An instance or disk that carries our tags, and where. */
export const ownedResourceSchema = z
  .object({
    resourceType: z.enum(['Instance', 'Disk']).meta({ description: 'What it is.' }),
    name: text('Its name.'),
    region: text('Where it is.'),
    ownerId: text('Run id in its owner tag.'),
    fleetId: text('Fleet id in its tag; empty where that was taken off.'),
    createdAt: time('When it was made.').optional(),
  })
  .meta({ id: 'OwnedResource', description: 'An instance or disk that carries our tags.' });
/**
 * `lightsail-fleet schema DeleteFleetResult` tells what each member means.
 *
 * @useDeclaredType
 */
export type OwnedResource = z.infer<typeof ownedResourceSchema>;

export const unreadRegionSchema = z
  .object({
    region: text('The Region.'),
    cause: text('Why it could not be read.'),
    notEnabled: z.literal(true).optional().meta({
      description: 'It does not know the credentials that others take: the account has not enabled it.',
    }),
  })
  .meta({ id: 'UnreadRegion', description: 'A Region that could not be read.' });
export type UnreadRegion = z.infer<typeof unreadRegionSchema>;

/** A disk that is attached to an instance of the fleet and was not made with it, as far as anybody can tell. */
export const leftAloneSchema = z
  .object({
    resourceType: z.literal('Disk').meta({ description: 'What it is.' }),
    name: text('Its name.'),
    region: text('Where it is.'),
    cause: text('Why it was left alone.'),
  })
  .meta({
    id: 'LeftAlone',
    description:
      'A disk that is attached to an instance of the fleet and was not made with it, as far as anybody can tell.',
  });
/**
 * `lightsail-fleet schema DeleteFleetResult` tells what each member means.
 *
 * @useDeclaredType
 */
export type LeftAlone = z.infer<typeof leftAloneSchema>;

/** Result of `deleteFleet`. Times are ISO 8601. With survivors it fails as `RollbackIncomplete` instead. */
export const deleteFleetResultSchema = z.object({
  regions: z.array(z.string()).meta({ description: 'Where it looked.' }),
  unread: z.array(unreadRegionSchema).meta({
    description: 'Regions that could not be read; `deleteFleet` succeeds only if they are not enabled.',
  }),
  found: z.array(ownedResourceSchema).meta({ description: 'Of a dry run: what would be deleted.' }),
  removed: z.array(ownedResourceSchema).meta({ description: 'What was deleted, and is gone.' }),
  removedCount: whole('All of them: the list ends at 1,000, that of a dry run at 2,000.'),
  leftAlone: z.array(leftAloneSchema).meta({ description: 'Attached disks that are not of the fleet.' }),
  survivors: z.array(survivorSchema).meta({ description: 'Empty: with survivors there is a failure.' }),
  startedAt: time('When the run started.'),
  endedAt: time('When it was done.'),
});
/**
 * `lightsail-fleet schema DeleteFleetResult` tells what each member means.
 *
 * @useDeclaredType
 */
export type DeleteFleetResult = z.infer<typeof deleteFleetResultSchema>;

/** Answer of the query `progress` of `deleteFleet` and `sweepFleets`. */
export const deleteProgressSchema = z.object({
  state: z.enum(['looking', 'removing', 'done']).meta({ description: 'What it is at.' }),
  regions: whole('How many Regions it looks in; 0 until they are known.'),
  found: whole('How many resources of ours it has found.'),
  removed: whole('How many of them are gone.'),
  survivors: z.array(survivorSchema).meta({ description: 'What could not be removed so far.' }),
});
/**
 * `lightsail-fleet schema DeleteProgress` tells what each member means.
 *
 * @useDeclaredType
 */
export type DeleteProgress = z.infer<typeof deleteProgressSchema>;
