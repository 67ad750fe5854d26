import type { FleetAccount, FleetOwnership } from '../contract/fleet-account';
import type { FleetPlan } from '../contract/fleet-plan';
import type { Ownership } from '../contract/tags';

/** Whose the resources are, and in which account, as far as the plan tells. */
export function inAccountOfPlan({
  owner,
  plan,
}: {
  owner: Ownership;
  plan: FleetPlan | undefined;
}): FleetOwnership {
  const { fleetId, ownerId } = owner;
  const account = plan === undefined ? undefined : accountOfPlan(plan);
  return { fleetId, ownerId, ...(account === undefined ? {} : { account }) };
}

function accountOfPlan({ accountId, source }: FleetPlan): FleetAccount | undefined {
  if (accountId === undefined) return undefined;
  return source.autoSnapshotDate === undefined
    ? { accountId, instanceSnapshotName: source.name }
    : { accountId, instanceName: source.name };
}
