import { invalidInput } from '../errors/aws-error';
import type { OperationContext } from '../operations/operation-spec';
import type { Bundle } from '../world/bundles';

/** The text that people see [O]. */
export const QUOTA_TEXT = "Sorry, you've reached the maximum number of instances for your account.";

/** Both readings of AWS's quota, each for a Region: of instances, and of vCPUs (facts/lightsail.md, 5). */
export function assertQuota(input: { context: OperationContext; count: number; bundle: Bundle }): void {
  const { region, state } = input.context;
  const { quotas } = state.world;
  const instances = region.tables.Instance.size + region.hidden.size + input.count;
  const vcpus = region.vcpuCount + input.count * input.bundle.cpuCount;
  if (instances > quotas.instances || vcpus > quotas.vcpus) throw invalidInput(QUOTA_TEXT);
}
