import { nonEmpty, resourceName, tagShape } from '../wire/member-shapes';
import { flag, list, mapOf, oneOf, optional, pattern, required, structure, text } from '../wire/shapes';
import type { ReadBy } from '../wire/shapes';

const addOn = structure({
  addOnType: required(oneOf(['AutoSnapshot', 'StopInstanceOnIdle'])),
  autoSnapshotAddOnRequest: optional(
    structure({ snapshotTimeOfDay: optional(pattern(/^(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]$/)) }),
  ),
  stopInstanceOnIdleRequest: optional(structure({ threshold: optional(text), duration: optional(text) })),
});

/** CreateInstancesFromSnapshotRequest of the API model, member for member. */
export const createInstancesInput = structure({
  instanceNames: required(list(text)),
  attachedDiskMapping: optional(
    mapOf(list(structure({ originalDiskPath: optional(nonEmpty), newDiskName: optional(resourceName) }))),
  ),
  availabilityZone: required(text),
  instanceSnapshotName: optional(resourceName),
  bundleId: required(nonEmpty),
  userData: optional(text),
  keyPairName: optional(resourceName),
  tags: optional(list(tagShape)),
  addOns: optional(list(addOn)),
  ipAddressType: optional(oneOf(['dualstack', 'ipv4', 'ipv6'])),
  sourceInstanceName: optional(text),
  restoreDate: optional(text),
  useLatestRestorableAutoSnapshot: optional(flag),
});

export type CreateInput = ReadBy<typeof createInstancesInput>;
export type AddOnInput = ReadBy<typeof addOn>;
