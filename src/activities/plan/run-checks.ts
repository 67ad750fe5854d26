import type { FleetPlan } from '../../contract/fleet-plan';
import type { ActivityDependencies } from '../dependencies';
import { checkBundle, checkBundleFits } from './check-bundle';
import { checkCapacity } from './check-capacity';
import { checkDisks } from './check-disks';
import { checkFirewall } from './check-firewall';
import { checkGroup } from './check-group';
import { checkKeyPair } from './check-key-pair';
import { checkNames } from './check-names';
import { checkSize } from './check-size';
import { checkSource } from './check-source';
import { checkUserData } from './check-user-data';
import { checkZone } from './check-zone';
import type { BundleChecked } from './check-bundle';
import { passed, type PlanCheck, type PlanCheckInput } from './plan-check';
import { readRegion, type RegionListing } from './read-region';
import type { SourceFacts } from './source-facts';

export interface RunChecksInput extends PlanCheckInput {
  settings: Pick<ActivityDependencies, 'userDataDir' | 'vcpuQuota' | 'runStates' | 'temporalNamespace'>;
  fleetId: string;
}

export interface ChecksResult {
  checks: PlanCheck<unknown>[];
  /** What a plan is made of; absent where source or bundle are not known. */
  facts?: {
    source: SourceFacts;
    bundle: BundleChecked['bundle'];
    capacity: FleetPlan['capacity'];
    userDataBytes: number | undefined;
    group: FleetPlan['group'];
  };
}

/** Every check of a plan, each as far as what it needs is there, so that one run finds all problems. */
export async function runChecks(input: RunChecksInput): Promise<ChecksResult> {
  const { request, settings } = input;
  // The zone first: of a Region that is not there nothing else can be asked.
  const zone = await checkZone(input);
  if (zone.facts === 'no-region') return { checks: [zone, ...(await checkWithoutRegion(input))] };
  const reading = readRegion(input);
  const [source, bundle, listing, userData] = await Promise.all([
    checkSource({ ...input, reading }),
    checkBundle(input),
    reading,
    checkUserData({ request, userDataDir: settings.userDataDir }),
  ]);
  const checks = [source, zone, bundle, ...checkListed({ ...input, listing }), userData];
  if (source.facts !== undefined)
    checks.push(...checkAgainstSource({ ...input, listing, source: source.facts }));
  if (bundle.facts === undefined) return { checks };
  const capacity = checkCapacity({ ...input, ...settings, listing, bundle: bundle.facts.bundle });
  checks.push(capacity);
  if (source.facts === undefined) return { checks };
  checks.push(checkBundleFits({ checked: bundle.facts, source: source.facts }));
  const facts = { source: source.facts, bundle: bundle.facts.bundle };
  const { runStates, temporalNamespace } = settings;
  const group = await checkGroup({ ...input, ...facts, listing, runStates, temporalNamespace });
  checks.push(group);
  return {
    checks,
    facts: {
      ...facts,
      ...{ capacity: capacity.facts, userDataBytes: userData.facts, group: group.facts },
    },
  };
}

const NOTHING_LISTED: RegionListing = {
  instances: [],
  disks: [],
  staticIps: [],
  keyPairs: [],
  loadBalancers: [],
};

/** What can be told without a call to AWS. */
async function checkWithoutRegion(input: RunChecksInput): Promise<PlanCheck<unknown>[]> {
  const { request, settings } = input;
  return [
    checkNames({ ...input, listing: NOTHING_LISTED }),
    await checkUserData({ request, userDataDir: settings.userDataDir }),
  ];
}

function checkListed(input: PlanCheckInput & { listing: RegionListing }): PlanCheck<unknown>[] {
  return [checkNames(input), checkKeyPair(input), warnOfIpv6(input)];
}

function checkAgainstSource(
  input: PlanCheckInput & { listing: RegionListing; source: SourceFacts },
): PlanCheck<unknown>[] {
  return [checkDisks(input), checkSize(input), checkFirewall(input)];
}

function warnOfIpv6({ request }: PlanCheckInput): PlanCheck {
  if (request.ipAddressType !== 'ipv6') return passed('', undefined);
  const warnings = [
    'IPv6 only: who has no IPv6, the worker of waitFor: { port } included, cannot reach the instances',
  ];
  return { ...passed('', undefined), warnings };
}
