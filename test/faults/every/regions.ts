import { defaultWorld } from '../../../src/simulator/world/default-world';

/** The worker's own Region, of which it reads when it starts; and those whose bundles have ids of their own. */
const OTHERS = ['us-east-1', 'ap-south-1', 'ap-southeast-2'];

/**
 * Fleets in different Regions share a worker and a Temporal server, and nothing at Lightsail: rate, names, watchers and
 * faults are each Region's own. So one play tries as many cases as there are Regions.
 */
export const REGIONS: readonly string[] = defaultWorld()
  .regions.map(({ name }) => name)
  .filter((name) => !OTHERS.includes(name));

const ONE_DISK = [{ path: '/dev/xvdf', sizeInGb: 32 }];
const FOREIGN_TAGS = [{ key: 'team', value: 'strangers' }];

/** The default world, furnished in every Region. */
export function furnishedWorld(): object {
  return {
    snapshots: REGIONS.flatMap((region) => [
      { region, name: 'golden' },
      { region, name: 'golden-with-disk', disks: ONE_DISK },
    ]),
    instances: REGIONS.map((region) => ({ region, name: 'somebody-elses', tags: FOREIGN_TAGS })),
  };
}
