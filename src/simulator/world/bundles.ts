import { BUNDLE_PRICES } from './bundle-prices';
import { researchBundles } from './research-bundles';

export type Platform = 'LINUX_UNIX' | 'WINDOWS';

export interface Bundle {
  bundleId: string;
  name: string;
  instanceType: string;
  isActive: boolean;
  price: number;
  cpuCount: number;
  ramSizeInGb: number;
  diskSizeInGb: number;
  transferPerMonthInGb: number;
  power: number;
  supportedPlatforms: readonly Platform[];
  publicIpv4AddressCount: number;
  supportedAppCategories: readonly 'LfR'[];
}

type Size = readonly [cpus: number, ramGb: number, diskGb: number, transferTb: number, power: number];

/** AWS's "Lightsail instance bundles" page, plans with a public IPv4 address, generation 3. */
const SIZES: Readonly<Record<string, Size>> = {
  nano: [2, 0.5, 20, 1, 298],
  micro: [2, 1, 40, 2, 500],
  small: [2, 2, 60, 3, 1000],
  medium: [2, 4, 80, 4, 2000],
  large: [2, 8, 160, 5, 3000],
  xlarge: [4, 16, 320, 6, 4000],
  '2xlarge': [8, 32, 640, 7, 5000],
  '4xlarge': [16, 64, 1280, 8, 6000],
  '8xlarge': [32, 128, 1280, 9, 7000],
  '12xlarge': [48, 192, 1280, 10, 8000],
  '16xlarge': [64, 256, 1280, 10, 9000],
};

/** Mumbai and Sydney have bundle ids (and half the transfer) of their own; every other Region ends in `_0`. */
const SUFFIX_OF_REGION: ReadonlyMap<string, string> = new Map([
  ['ap-south-1', '1'],
  ['ap-southeast-2', '2'],
]);

/** The bundles of a Region, by id, the current ones first. */
export function bundlesOf(region: string): ReadonlyMap<string, Bundle> {
  const suffix = SUFFIX_OF_REGION.get(region);
  const ordinary = BUNDLE_PRICES.flatMap(([kind, prices]) =>
    prices.map(([size, price]) =>
      makeBundle({ kind, size, price, suffix: suffix ?? '0', halved: suffix !== undefined }),
    ),
  );
  const bundles = [...ordinary, ...researchBundles(suffix ?? '0')];
  return new Map(bundles.map((bundle) => [bundle.bundleId, bundle]));
}

function makeBundle(input: {
  kind: string;
  size: string;
  price: number;
  suffix: string;
  halved: boolean;
}): Bundle {
  const { kind, size, price } = input;
  const [cpuCount, ramSizeInGb, diskGb, transferTb, power] = SIZES[size] as Size;
  const windows = kind.startsWith('win');
  return {
    bundleId: `${size}_${kind}_${input.suffix}`,
    name: size.charAt(0).toUpperCase() + size.slice(1),
    instanceType: size,
    isActive: kind.endsWith('3'),
    price,
    cpuCount,
    ramSizeInGb,
    // The smallest Windows plan has 30 GB: Windows itself does not fit in 20.
    diskSizeInGb: windows ? Math.max(30, diskGb) : diskGb,
    transferPerMonthInGb: (transferTb * 1024) / (input.halved ? 2 : 1),
    power,
    supportedPlatforms: [windows ? 'WINDOWS' : 'LINUX_UNIX'],
    publicIpv4AddressCount: kind.startsWith('ipv6') ? 0 : 1,
    supportedAppCategories: [],
  };
}
