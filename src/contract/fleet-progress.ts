import { z } from 'zod';
import { operationRecordSchema } from './operation-record';
import { FLEET_STATES, INSTANCE_STATES } from './fleet-states';
import { rotationSchema } from './rotation-result';

/** One instance, as far as the run knows it. */
export const instanceProgressSchema = z.object({
  name: z.string(),
  state: z.enum(INSTANCE_STATES),
  operationId: z.string().optional(),
  availabilityZone: z
    .string()
    .optional()
    .meta({ description: 'Set when it is made in one of fleet.fallbackZones.' }),
  operation: operationRecordSchema
    .optional()
    .meta({ description: 'The Operation as it ended, with every member that AWS answered.' }),
  publicIpAddress: z.string().optional(),
  requestedAt: z.string().optional(),
  secondsToReady: z.number().optional(),
  problem: z.string().optional(),
});
export type InstanceProgress = z.infer<typeof instanceProgressSchema>;

export const survivorSchema = z.object({
  resourceType: z.enum(['Instance', 'Disk']),
  name: z.string(),
  cause: z.string(),
  region: z.string().optional(),
  untagged: z.boolean().optional().meta({
    description:
      'It carries no owner tag, so only the history of its run knows it: `delete` does not find it.',
  }),
});

/** Answer of the query `progress`. Times are ISO 8601. */
export const fleetProgressSchema = z.object({
  fleetId: z.string(),
  ownerId: z.string(),
  state: z.enum(FLEET_STATES),
  region: z.string().optional(),
  availabilityZone: z.string().optional(),
  source: z.string().optional(),
  startedAt: z.string(),
  requested: z.int().meta({ description: 'How many instances the fleet is to have.' }),
  counts: z.partialRecord(z.enum(INSTANCE_STATES), z.int()),
  instances: z.array(instanceProgressSchema),
  monthlyPriceUsd: z.number().optional(),
  warnings: z.array(z.string()),
  cause: z
    .object({ type: z.string(), message: z.string() })
    .optional()
    .meta({ description: 'Why the fleet is being undone, or was.' }),
  survivors: z.array(survivorSchema),
  rotation: rotationSchema
    .optional()
    .meta({ description: 'What became of older fleets of the group, as far as it has come.' }),
});
export type FleetProgress = z.infer<typeof fleetProgressSchema>;
