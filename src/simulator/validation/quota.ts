import { invalidInput } from '../errors/aws-error';
import type { OperationContext } from '../operations/operation-spec';
import type { Bundle } from '../world/bundles';

/** The text that people see in public issues. */
export const QUOTA_TEXT = "Sorry, you've reached the maximum number of instances for your account.";

/** AWS calls its quota "Instances" and describes it as vCPUs (Service Quotas): both readings, each for a Region. */
export function assertQuota(input: { context: OperationContext; count: number; bundle: Bundle }): void {
  const { region, state } = input.context;
  const { quotas } = state.world;
  const instances = region.tables.Instance.size + region.hidden.size + input.count;
  const vcpus = region.vcpuCount + input.count * input.bundle.cpuCount;
  if (instances > quotas.instances || vcpus > quotas.vcpus) throw invalidInput(QUOTA_TEXT);
}
