import { z } from 'zod';
import { amount, text, time, whole } from './described';
import { operationRecordSchema } from './operation-record';
import { FLEET_STATES, INSTANCE_STATES } from './fleet-states';
import { rotationSchema } from './rotation-result';

/** When an instance was removed and made again: what became of the one before. */
const earlierTrySchema = z
  .object({
    requestedAt: time('When its create call was sent.'),
    operationEndedAt: time('When its operation had ended, by AWS.').optional(),
    failedAt: time('When the run knew that it had failed.').optional(),
    removingAt: time('When its removal began.').optional(),
    removedAt: time('When it was seen to be gone.').optional(),
  })
  .meta({ id: 'EarlierTry', description: 'An instance of this name that failed and was made again.' });

/** One instance, as far as the run knows it. */
export const instanceProgressSchema = z
  .object({
    name: text('Name of the instance.'),
    state: z.enum(INSTANCE_STATES).meta({
      description:
        'planned (not asked for yet), creating (the create call is out), waiting (its operation runs), starting (not usable yet), ready, failed, removing, removed, left-behind (undo could not remove it).',
    }),
    operationId: text("Lightsail's operation that makes it.").optional(),
    availabilityZone: text('Set when it is made in one of fleet.fallbackZones.').optional(),
    operation: operationRecordSchema
      .optional()
      .meta({ description: 'The Operation as it ended, with every member that AWS answered.' }),
    publicIpAddress: text('IPv4, once it has one.').optional(),
    ipv6Address: text('First IPv6 address of a ready one that has no public IPv4.').optional(),
    requestedAt: time('When the create call was sent.').optional(),
    secondsToReady: amount('Of a ready one, from the create call.').optional(),
    startingAt: time('When the run knew that its operation had ended well.').optional(),
    readyAt: time('When it was seen ready.').optional(),
    failedAt: time('When the run knew that it had failed.').optional(),
    removingAt: time('When its removal began.').optional(),
    removedAt: time('When it was seen to be gone.').optional(),
    earlier: z.array(earlierTrySchema).optional().meta({
      description: 'The last three tries before this one, oldest first; absent where there were none.',
    }),
    earlierCount: whole('All tries before this one.').optional(),
    problem: text('What went wrong with it, for a person.').optional(),
  })
  .meta({ id: 'InstanceProgress', description: 'One instance, as far as the run knows it.' });
/**
 * `lightsail-fleet schema FleetProgress` tells what each member means.
 *
 * @useDeclaredType
 */
export type InstanceProgress = z.infer<typeof instanceProgressSchema>;

export const survivorSchema = z
  .object({
    resourceType: z.enum(['Instance', 'Disk']).meta({ description: 'What it is.' }),
    name: text('Its name.'),
    cause: text('Why it is still there, as AWS said it or as it was seen.'),
    region: text('Where it is, when not all are in the Region of the failure.').optional(),
    untagged: z.boolean().optional().meta({
      description:
        'It carries no owner tag, so only the history of its run knows it: `delete` does not find it.',
    }),
  })
  .meta({
    id: 'Survivor',
    description: 'What undo could not remove. It is billed until somebody removes it.',
  });

/** Answer of the query `progress`. Times are ISO 8601. */
export const fleetProgressSchema = z.object({
  fleetId: text('The workflow id.'),
  ownerId: text('Run id of the first execution: the value of the tag that proves ownership.'),
  state: z.enum(FLEET_STATES).meta({
    description: 'Where the run is; the search attribute FleetState carries it, too.',
  }),
  region: text('Region of the fleet; known with the plan.').optional(),
  availabilityZone: text('The zone asked for; known with the plan.').optional(),
  source: text('Snapshot, or instance whose automatic snapshot is cloned; known with the plan.').optional(),
  startedAt: time('When the run started.'),
  requested: whole('How many instances the fleet is to have.'),
  counts: z
    .partialRecord(z.enum(INSTANCE_STATES), z.int().min(0))
    .meta({ description: 'How many instances are in each state; a state without any is left out.' }),
  instances: z.array(instanceProgressSchema).meta({ description: 'Each instance; empty before the plan.' }),
  monthlyPriceUsd: amount('Of the whole fleet with its disks, USD; known with the plan.').optional(),
  warnings: z
    .array(z.string())
    .meta({ description: 'What does not stop the run, but a person should know.' }),
  cause: z
    .object({
      type: text('A FailureType, or Cancelled.'),
      message: text('What happened, for a person.'),
    })
    .optional()
    .meta({ description: 'Why the fleet is being undone, or was.' }),
  survivors: z
    .array(survivorSchema)
    .meta({ description: 'What undo could not remove; empty where all is well.' }),
  rotation: rotationSchema
    .optional()
    .meta({ description: 'What became of older fleets of the group, as far as it has come.' }),
});
/**
 * `lightsail-fleet schema FleetProgress` tells what each member means.
 *
 * @useDeclaredType
 */
export type FleetProgress = z.infer<typeof fleetProgressSchema>;
