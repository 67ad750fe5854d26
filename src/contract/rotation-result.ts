import { z } from 'zod';
import { text, whole } from './described';

const generationIdSchema = z
  .object({
    fleetId: text('Workflow id of the older fleet, as its tags tell it.'),
    ownerId: text('Its owner id, which proves that what it made is its own.'),
  })
  .meta({ id: 'GenerationId', description: 'An older fleet of the group.' });

const removedSchema = generationIdSchema
  .extend({ resources: whole('Instances and disks of it that are gone.') })
  .meta({ id: 'RemovedGeneration', description: 'An older fleet that was deleted.' });

const leftSchema = generationIdSchema
  .extend({
    cause: text('Why it is still there.'),
    command: text('What finishes it.'),
    later: z.literal(true).optional().meta({
      description: 'Not tried: a limit of one rotation was reached, and the next one goes on.',
    }),
    cancelled: z.literal(true).optional().meta({
      description: 'Not tried: the run was cancelled before.',
    }),
  })
  .meta({ id: 'LeftGeneration', description: 'An older fleet that was to be deleted and is still there.' });

const diskLeftSchema = generationIdSchema
  .extend({ name: text('Name of the disk.'), cause: text('Why it was not deleted.') })
  .meta({ id: 'DiskOfGeneration', description: 'A disk of an older fleet that is still there.' });

const aloneSchema = generationIdSchema
  .extend({ cause: text('Why it was not touched.') })
  .meta({ id: 'GenerationLeftAlone', description: 'A fleet that only looks like an older one.' });

/** What became of the older fleets of a group when a new one was ready. Each list ends at 100. */
export const rotationSchema = z
  .object({
    group: text('fleet.group of the request.'),
    keepLast: whole('How many fleets of the group were to be left, the new one included.'),
    done: z.boolean().meta({ description: 'False while it goes on.' }),
    kept: z.array(generationIdSchema).meta({ description: 'Older ones that stay, newest first.' }),
    removed: z.array(removedSchema).meta({ description: 'Older ones that are gone.' }),
    left: z.array(leftSchema).meta({
      description: 'Was to be deleted and is still there, billed: why, and what finishes it.',
    }),
    leftCount: whole('All of them, also those beyond the end of the list.'),
    disksLeft: z.array(diskLeftSchema).meta({
      description:
        'Disks that were attached to what was deleted, and are still there, billed: nothing shows that they were made with it.',
    }),
    disksLeftCount: whole('All of them.'),
    alone: z
      .array(aloneSchema)
      .meta({ description: 'Carries the tag of the group and was not touched: why.' }),
    aloneCount: whole('All of them.'),
    problem: text('Why nothing, or no more, could be rotated. The new fleet stands all the same.').optional(),
    pausedSchedule: text('The schedule that was paused for it, as it pauses on failure.').optional(),
  })
  .meta({ id: 'Rotation', description: 'What became of the older fleets of a group.' });
/**
 * `lightsail-fleet schema CloneFleetResult` tells what each member means.
 *
 * @useDeclaredType
 */
export type Rotation = z.infer<typeof rotationSchema>;
