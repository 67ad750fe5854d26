import type { Bundle } from './bundles';

/**
 * Bundles of Lightsail for Research: ids and sizes as people use them. Their price is by the hour and not in what
 * GetBundles is known to answer, so these (of 744 hours at 0.9 dollars, doubled with the size) are assumed.
 */
const RESEARCH_SIZES = [
  ['xl', 4, 8, 669.6],
  ['2xl', 8, 16, 1339.2],
  ['4xl', 16, 32, 2678.4],
] as const;

/** Listed only to who asks for the category. */
export function researchBundles(suffix: string): Bundle[] {
  return RESEARCH_SIZES.map(([size, cpuCount, ramSizeInGb, price]) => ({
    bundleId: `app_standard_${size}_1_${suffix}`,
    name: `Standard ${size.toUpperCase()}`,
    instanceType: `app_standard_${size}`,
    isActive: true,
    price,
    cpuCount,
    ramSizeInGb,
    diskSizeInGb: 50,
    transferPerMonthInGb: 1024,
    power: cpuCount * 1000,
    supportedPlatforms: ['LINUX_UNIX'],
    publicIpv4AddressCount: 1,
    supportedAppCategories: ['LfR'],
  }));
}
