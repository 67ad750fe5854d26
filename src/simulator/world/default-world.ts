import { defaultRegions } from './regions';
import type { World } from './world-schema';
import { worldSchema } from './world-schema';

/** The Regions in which the default world has something. */
const FURNISHED_REGIONS = ['us-east-1', 'eu-west-1'] as const;

/**
 * AWS's own quota of instances ("20", described as vCPUs) would stop every bench, so the default is out of the
 * way; a test that wants to meet it says so with `PUT world`.
 */
const DEFAULT_QUOTAS = { instances: 50_000, vcpus: 500_000 };

/** What a simulator has that nobody gave a world: enough for every example of the documentation. */
export function defaultWorld(): World {
  return worldSchema.parse({
    regions: defaultRegions(),
    snapshots: FURNISHED_REGIONS.flatMap((region) => [
      { region, name: 'golden' },
      { region, name: 'golden-with-disk', disks: [{ path: '/dev/xvdf', sizeInGb: 32 }] },
    ]),
    keyPairs: FURNISHED_REGIONS.map((region) => ({ region, name: 'ops' })),
    instances: FURNISHED_REGIONS.map((region) => ({
      region,
      name: 'somebody-elses',
      tags: [{ key: 'team', value: 'somebody-else' }],
    })),
    staticIps: [],
    loadBalancers: [],
    quotas: DEFAULT_QUOTAS,
  });
}
