import { z } from 'zod';
import { amount, text, time, whole } from './described';
import { rotationSchema } from './rotation-result';

export const fleetDiskSchema = z
  .object({
    name: text('Name of the disk.'),
    path: text('Where it is attached, such as /dev/xvdf.').optional(),
    sizeGb: amount('GB.').optional(),
  })
  .meta({ id: 'FleetDisk', description: 'A disk beside the system disk, made with its instance.' });
/**
 * `lightsail-fleet schema CloneFleetResult` tells what each member means.
 *
 * @useDeclaredType
 */
export type FleetDisk = z.infer<typeof fleetDiskSchema>;

export const fleetInstanceSchema = z
  .object({
    name: text('Name of the instance.'),
    arn: text('Its ARN.').optional(),
    availabilityZone: text('Where it is: the zone asked for, or one of fleet.fallbackZones.').optional(),
    publicIpAddress: text('IPv4; absent of an instance that has only IPv6.').optional(),
    privateIpAddress: text('IPv4 inside the Region.').optional(),
    ipv6Addresses: z.array(z.string()).meta({ description: 'Public IPv6 addresses; empty where none.' }),
    disks: z.array(fleetDiskSchema).meta({ description: 'Its disks beside the system disk.' }),
    operationId: text("Lightsail's operation that made it.").optional(),
    secondsToReady: amount(
      'From the create call until it was seen ready, seconds. Looked at once the operations of its batch have ended, so an upper bound.',
    ),
  })
  .meta({ id: 'FleetInstance', description: 'An instance that is ready.' });
/**
 * `lightsail-fleet schema CloneFleetResult` tells what each member means.
 *
 * @useDeclaredType
 */
export type FleetInstance = z.infer<typeof fleetInstanceSchema>;

/** Result of `cloneFleet`: only a fleet that stands has one. Times are ISO 8601. */
export const cloneFleetResultSchema = z.object({
  fleetId: text('The workflow id.'),
  ownerId: text('Run id of the first execution: the value of the tag that proves ownership.'),
  region: text('Region of the fleet.'),
  instances: z.array(fleetInstanceSchema).meta({ description: 'Every instance that stands.' }),
  replaced: whole('How often a failed instance was removed and made again, in its zone or another one.'),
  removed: whole('Instances that failed for good and were removed: the fleet stands without them.'),
  monthlyPriceUsd: amount('Of the instances that stand, USD.'),
  startedAt: time('When the run started.'),
  readyAt: time('When the last instance was seen ready.'),
  rotation: rotationSchema.optional().meta({ description: 'Absent without fleet.keepLast.' }),
});
/**
 * `lightsail-fleet schema CloneFleetResult` tells what each member means.
 *
 * @useDeclaredType
 */
export type CloneFleetResult = z.infer<typeof cloneFleetResultSchema>;
