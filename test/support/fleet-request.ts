import type { CloneFleetInput } from '../../src/contract/clone-fleet-input';

/**
 * A request that the simulator's default world can fulfil; members of `change` replace or add. Nothing that fails is
 * made again unless the test says so.
 */
export function fleetRequest({
  names = ['web-01', 'web-02', 'web-03'],
  fleet,
  ...change
}: Partial<CloneFleetInput> & { names?: string[] } = {}): CloneFleetInput {
  return {
    instanceNames: names,
    instanceSnapshotName: 'golden',
    availabilityZone: 'us-east-1a',
    bundleId: 'nano_3_0',
    fleet: { replaceFailed: 0, ...fleet },
    ...change,
  };
}
