import type { Bundle } from '@aws-sdk/client-lightsail';
import { readAll } from '../../lightsail/read-all';
import type { SourceFacts } from './check-source';
import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';

const NAMED_BUNDLES = 6;

export interface BundleChecked {
  bundle: Bundle;
  all: Bundle[];
}

/** The bundle exists in the Region and can still be bought. */
export async function checkBundle({
  api,
  region,
  request,
  signal,
}: PlanCheckInput): Promise<PlanCheck<BundleChecked | undefined>> {
  const all = await readAll((pageToken) => api.getBundles({ pageToken }, { signal }));
  const bundle = all.find((candidate) => candidate.bundleId === request.bundleId);
  const path = 'bundleId';
  if (bundle === undefined) {
    const message = `no bundle "${request.bundleId}" in ${region}: there is ${nameSome(all)} (aws lightsail get-bundles)`;
    return refused({ path, message }, undefined);
  }
  if (bundle.isActive === false) {
    return refused(
      { path, message: `bundle "${request.bundleId}" is no longer sold in ${region}` },
      undefined,
    );
  }
  return passed(`bundle ${request.bundleId} is sold in ${region}`, { bundle, all });
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
  const platform = source.fromBlueprintId?.startsWith('windows') === true ? 'WINDOWS' : 'LINUX_UNIX';
  if (source.fromBlueprintId !== undefined && bundle.supportedPlatforms?.includes(platform) === false) {
    messages.push(`it is for ${bundle.supportedPlatforms.join(', ')}, the snapshot is ${platform}`);
  }
  if (messages.length === 0) return passed(`bundle ${id} is large enough for ${source.name}`, undefined);
  const problems = messages.map((message) => ({
    path: 'bundleId',
    message: `bundle "${id}" does not fit: ${message}`,
  }));
  return { checked: '', problems, warnings: [], facts: undefined };
}
