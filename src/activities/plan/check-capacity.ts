import type { Bundle } from '@aws-sdk/client-lightsail';
import type { FleetPlan } from '../../contract/fleet-plan';
import { isOwnedBy } from '../../contract/tags';
import type { PlanCheck, PlanCheckInput } from './plan-check';
import type { RegionListing } from './read-region';

/**
 * AWS's default of the Lightsail quota "Instances", which counts vCPUs in a Region (Service Quotas). Accounts have
 * it raised, and no call tells the value, so passing it is a warning unless the operator has said what it is.
 */
const DEFAULT_VCPU_QUOTA = 20;

export interface CheckCapacityInput extends Pick<
  PlanCheckInput,
  'request' | 'region' | 'instanceNames' | 'ownerId'
> {
  listing: Pick<RegionListing, 'instances'>;
  bundle: Bundle;
  /** FLEET_VCPU_QUOTA. */
  vcpuQuota?: number | undefined;
}

/** What the fleet adds to what the Region has, against the quota of vCPUs. */
export function checkCapacity(input: CheckCapacityInput): PlanCheck<NonNullable<FleetPlan['capacity']>> {
  const { request, region, instanceNames, ownerId, listing, bundle, vcpuQuota } = input;
  // What this very run made already (an operator has reset it) is part of what it adds.
  const others = listing.instances.filter((instance) => !isOwnedBy(instance.tags, ownerId));
  const existing = others.reduce((sum, instance) => sum + (instance.hardware?.cpuCount ?? 0), 0);
  const added = (bundle.cpuCount ?? 0) * instanceNames.length;
  const facts = {
    instances: { existing: others.length, added: instanceNames.length },
    vcpus: { existing, added, ...(vcpuQuota === undefined ? {} : { quota: vcpuQuota }) },
  };
  const sum = `${String(added)} vCPUs more than the ${String(existing)} in ${region} make ${String(existing + added)}`;
  if (vcpuQuota !== undefined && existing + added > vcpuQuota) {
    const path = request.instanceNames === undefined ? 'fleet.count' : 'instanceNames';
    const message = `${sum}, over the quota of ${String(vcpuQuota)} (FLEET_VCPU_QUOTA): expected a smaller fleet or bundle, or a raised quota`;
    return { checked: '', problems: [{ path, message }], warnings: [], facts };
  }
  const warnings =
    vcpuQuota === undefined && existing + added > DEFAULT_VCPU_QUOTA
      ? [
          `${sum}; AWS allows ${String(DEFAULT_VCPU_QUOTA)} unless yours was raised: set FLEET_VCPU_QUOTA on the worker to have it checked`,
        ]
      : [];
  const checked = vcpuQuota === undefined ? '' : `${sum}, within the quota of ${String(vcpuQuota)}`;
  return { checked, problems: [], warnings, facts };
}
