import type { Instance } from '@aws-sdk/client-lightsail';
import type { ReadyInstance } from '../contract/activities';
import { attachedDisks } from './attached-disks';

/** An instance that is ready now, as history keeps it. */
export function toReadyInstance(instance: Instance): ReadyInstance {
  return {
    name: instance.name ?? '',
    arn: instance.arn,
    availabilityZone: instance.location?.availabilityZone,
    publicIpAddress: instance.publicIpAddress,
    privateIpAddress: instance.privateIpAddress,
    ipv6Addresses: instance.ipv6Addresses ?? [],
    disks: attachedDisks(instance).map(({ name, path, sizeInGb }) => ({ name, path, sizeGb: sizeInGb })),
    readyAt: new Date().toISOString(),
  };
}
