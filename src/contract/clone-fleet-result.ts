import { z } from 'zod';
import { rotationSchema } from './rotation-result';

export const fleetDiskSchema = z.object({
  name: z.string(),
  path: z.string().optional(),
  sizeGb: z.number().optional(),
});
export type FleetDisk = z.infer<typeof fleetDiskSchema>;

export const fleetInstanceSchema = z.object({
  name: z.string(),
  arn: z.string().optional(),
  availabilityZone: z.string().optional(),
  publicIpAddress: z.string().optional(),
  privateIpAddress: z.string().optional(),
  ipv6Addresses: z.array(z.string()),
  disks: z.array(fleetDiskSchema),
  operationId: z.string().optional(),
  secondsToReady: z.number().meta({
    description:
      'From the create call until it was seen ready, seconds. Looked at once the operations of its batch have ended, so an upper bound.',
  }),
});
export type FleetInstance = z.infer<typeof fleetInstanceSchema>;

/** Result of `cloneFleet`: only a fleet that stands has one. Times are ISO 8601. */
export const cloneFleetResultSchema = z.object({
  fleetId: z.string(),
  ownerId: z.string(),
  region: z.string(),
  instances: z.array(fleetInstanceSchema),
  replaced: z.int().meta({
    description: 'How often a failed instance was removed and made again, in its zone or another one.',
  }),
  removed: z.int().meta({
    description: 'Instances that failed for good and were removed: the fleet stands without them.',
  }),
  monthlyPriceUsd: z.number().meta({ description: 'Of the instances that stand, USD.' }),
  startedAt: z.string(),
  readyAt: z.string(),
  rotation: rotationSchema.optional().meta({ description: 'Absent without fleet.keepLast.' }),
});
export type CloneFleetResult = z.infer<typeof cloneFleetResultSchema>;
