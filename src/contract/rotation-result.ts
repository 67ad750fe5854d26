import { z } from 'zod';

const generationIdSchema = z.object({ fleetId: z.string(), ownerId: z.string() });

/** What became of the older fleets of a group when a new one was ready. Each list ends at 100. */
export const rotationSchema = z.object({
  group: z.string(),
  keepLast: z.int(),
  done: z.boolean().meta({ description: 'False while it goes on.' }),
  kept: z.array(generationIdSchema).meta({ description: 'Older ones that stay, newest first.' }),
  removed: z.array(generationIdSchema.extend({ resources: z.int() })),
  left: z
    .array(
      generationIdSchema.extend({
        cause: z.string(),
        command: z.string(),
        later: z.literal(true).optional().meta({
          description: 'Not tried: a limit of one rotation was reached, and the next one goes on.',
        }),
      }),
    )
    .meta({ description: 'Was to be deleted and is still there, billed: why, and what finishes it.' }),
  disksLeft: z.array(generationIdSchema.extend({ name: z.string(), cause: z.string() })).meta({
    description:
      'Disks that were attached to what was deleted, and are still there, billed: nothing shows that they were made with it.',
  }),
  disksLeftCount: z.int().meta({ description: 'All of them.' }),
  alone: z
    .array(generationIdSchema.extend({ cause: z.string() }))
    .meta({ description: 'Carries the tag of the group and was not touched: why.' }),
  problem: z
    .string()
    .optional()
    .meta({ description: 'Why nothing, or no more, could be rotated. The new fleet stands all the same.' }),
  pausedSchedule: z
    .string()
    .optional()
    .meta({ description: 'The schedule that was paused for it, as it pauses on failure.' }),
});
export type Rotation = z.infer<typeof rotationSchema>;
