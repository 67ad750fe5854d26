import type { CreateInstancesFromSnapshotCommandInput } from '@aws-sdk/client-lightsail';

/** A create that the default world accepts. */
export function createRequest(
  change: Partial<CreateInstancesFromSnapshotCommandInput> = {},
): CreateInstancesFromSnapshotCommandInput {
  return {
    instanceNames: ['web-1'],
    instanceSnapshotName: 'golden',
    availabilityZone: 'us-east-1a',
    bundleId: 'nano_3_0',
    ...change,
  };
}
