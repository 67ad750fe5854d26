import type { Disk, Instance, KeyPair, LoadBalancer, StaticIp } from '@aws-sdk/client-lightsail';
import { readAll } from '../../lightsail/read-all';
import type { PlanCheckInput } from './plan-check';

/** Everything in the Region that has a name of its own, read once for all checks that need it. */
export interface RegionListing {
  instances: Instance[];
  disks: Disk[];
  staticIps: StaticIp[];
  keyPairs: KeyPair[];
  loadBalancers: LoadBalancer[];
}

export async function readRegion({
  api,
  signal,
}: Pick<PlanCheckInput, 'api' | 'signal'>): Promise<RegionListing> {
  const options = { signal };
  const [instances, disks, staticIps, keyPairs, loadBalancers] = await Promise.all([
    readAll((pageToken) => api.getInstances({ pageToken }, options)),
    readAll((pageToken) => api.getDisks({ pageToken }, options)),
    readAll((pageToken) => api.getStaticIps({ pageToken }, options)),
    readAll((pageToken) => api.getKeyPairs({ pageToken }, options)),
    readAll((pageToken) => api.getLoadBalancers({ pageToken }, options)),
  ]);
  return { instances, disks, staticIps, keyPairs, loadBalancers };
}
