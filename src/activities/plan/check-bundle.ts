import type { Bundle } from '@aws-sdk/client-lightsail';
import type { Problem } from '../../contract/failures';
import type { SourceFacts } from './source-facts';
import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';

const NAMED_BUNDLES = 6;

export interface BundleChecked {
  bundle: Bundle;
  all: Bundle[];
}

/** The bundle exists in the Region, can still be bought, and allows the type of address. */
export async function checkBundle(input: PlanCheckInput): Promise<PlanCheck<BundleChecked | undefined>> {
  const { region, request } = input;
  const { all, bundle } = await findBundle(input);
  const path = 'bundleId';
  if (bundle === undefined) {
    const message = `no bundle "${request.bundleId}" in ${region}: there is ${nameSome(all)} (aws lightsail get-bundles)`;
    return refused({ path, message }, undefined);
  }
  const facts = { bundle, all };
  const problems = [...findRetired({ all, bundle, region }), ...findAddressProblem({ bundle, request })];
  if (problems.length > 0) return { checked: '', problems, warnings: [], facts };
  return passed(`bundle ${request.bundleId} is sold in ${region}`, facts);
}

function findRetired({ all, bundle, region }: BundleChecked & { region: string }): Problem[] {
  if (bundle.isActive !== false) return [];
  const message = `bundle "${bundle.bundleId ?? ''}" is no longer sold in ${region}: there is ${nameSome(all)}`;
  return [{ path: 'bundleId', message }];
}

async function findBundle({ api, catalogue, request, signal }: PlanCheckInput) {
  const look = (all: Bundle[]) => ({
    all,
    bundle: all.find(({ bundleId }) => bundleId === request.bundleId),
  });
  const kept = look(await catalogue.bundles({ api, signal }));
  if (isSold(kept.bundle)) return kept;
  if (kept.bundle === undefined) {
    const research = look([...kept.all, ...(await catalogue.researchBundles({ api, signal }))]);
    if (isSold(research.bundle)) return research;
  }
  return look(await catalogue.bundles({ api, signal, fresh: true }));
}

function isSold(bundle: Bundle | undefined): boolean {
  return bundle !== undefined && bundle.isActive !== false;
}

/** IPv6-only plans have bundles of their own, and those have no IPv4 address (Lightsail guide, "IPv6-only plans"). */
function findAddressProblem({
  bundle,
  request,
}: {
  bundle: Bundle;
  request: PlanCheckInput['request'];
}): Problem[] {
  const { ipAddressType, bundleId } = request;
  if (bundle.publicIpv4AddressCount === undefined) return [];
  const ipv6Only = bundle.publicIpv4AddressCount === 0;
  if (ipv6Only === (ipAddressType === 'ipv6')) return [];
  const path = 'ipAddressType';
  const message = ipv6Only
    ? `expected ipv6, as bundle ${bundleId} has no IPv4 address, got ${ipAddressType ?? 'nothing, which means dualstack'}`
    : `expected dualstack or ipv4: ipv6 needs a bundle without IPv4, such as ${bundleId.replace(/_(\d+_\d+)$/, '_ipv6_$1')}, not ${bundleId}`;
  return [{ path, message }];
}

/** The cheapest bundles that are sold: a list of them all would fill a screen. */
function nameSome(all: Bundle[]): string {
  const sold = all
    .filter((bundle) => bundle.isActive === true)
    .sort((a, b) => (a.price ?? 0) - (b.price ?? 0));
  const named = sold.slice(0, NAMED_BUNDLES).map((bundle) => bundle.bundleId);
  return `${named.join(', ')}${sold.length > named.length ? ` and ${String(sold.length - named.length)} more` : ''}`;
}

/** "You can't create a smaller instance from a snapshot" (Lightsail guide); the platform must be the same. */
export function checkBundleFits({
  checked,
  source,
}: {
  checked: BundleChecked;
  source: SourceFacts;
}): PlanCheck {
  const { bundle, all } = checked;
  const id = bundle.bundleId ?? '';
  const original = all.find((candidate) => candidate.bundleId === source.fromBundleId);
  const leastDiskGb = Math.max(source.sizeGb ?? 0, original?.diskSizeInGb ?? 0);
  const leastRamGb = original?.ramSizeInGb ?? 0;
  const messages: string[] = [];
  if (bundle.diskSizeInGb !== undefined && bundle.diskSizeInGb < leastDiskGb) {
    messages.push(
      `its disk of ${String(bundle.diskSizeInGb)} GB is smaller than the snapshot's ${String(leastDiskGb)} GB`,
    );
  }
  if (bundle.ramSizeInGb !== undefined && bundle.ramSizeInGb < leastRamGb) {
    messages.push(
      `its memory of ${String(bundle.ramSizeInGb)} GB is smaller than the ${String(leastRamGb)} GB of ${source.fromBundleId ?? ''}`,
    );
  }
  if (bundle.supportedPlatforms?.includes(source.platform) === false) {
    messages.push(`it is for ${bundle.supportedPlatforms.join(', ')}, the snapshot is ${source.platform}`);
  }
  if (messages.length === 0) return passed(`bundle ${id} is large enough for ${source.name}`, undefined);
  const problems = messages.map((message) => ({
    path: 'bundleId',
    message: `bundle "${id}" does not fit: ${message}`,
  }));
  return { checked: '', problems, warnings: [], facts: undefined };
}
