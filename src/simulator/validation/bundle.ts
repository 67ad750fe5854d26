import { invalidInput } from '../errors/aws-error';
import type { IpAddressType } from '../state/resources';
import type { RegionState } from '../state/simulator-state';
import type { Bundle } from '../world/bundles';
import type { Source } from './source';

export interface FindBundleInput {
  region: RegionState;
  bundleId: string;
  source: Source;
  ipAddressType: IpAddressType;
}

/** A bundle of the Region that this source may be restored to: active, of its platform, and not smaller. */
export function findBundle({ region, bundleId, source, ipAddressType }: FindBundleInput): Bundle {
  const bundle = region.bundles.get(bundleId);
  if (bundle === undefined)
    throw invalidInput(`The specified bundle does not exist in this region: ${bundleId}`);
  if (!bundle.isActive) throw invalidInput(`The specified bundle is not active: ${bundleId}`);
  const from = region.bundles.get(source.bundleId);
  const platform = from?.supportedPlatforms[0] ?? 'LINUX_UNIX';
  if (!bundle.supportedPlatforms.includes(platform)) {
    throw invalidInput(
      `The specified bundle ${bundleId} does not support the platform of the snapshot, ${platform}.`,
    );
  }
  if (bundle.diskSizeInGb < source.sizeInGb || isSmaller({ bundle, from })) {
    throw invalidInput(
      `The specified bundle ${bundleId} is smaller than the bundle of the snapshot, ${source.bundleId} ` +
        `with ${source.sizeInGb} GB. Choose the same size or a larger one.`,
    );
  }
  const ipv6Only = bundle.publicIpv4AddressCount === 0;
  if (ipv6Only !== (ipAddressType === 'ipv6')) {
    throw invalidInput(
      `The specified bundle ${bundleId} does not support the IP address type ${ipAddressType}.`,
    );
  }
  return bundle;
}

/** "You can't create an instance from a snapshot using a smaller bundle": memory counts where disks are equal. */
function isSmaller({ bundle, from }: { bundle: Bundle; from: Bundle | undefined }): boolean {
  return from !== undefined && bundle.ramSizeInGb < from.ramSizeInGb;
}
