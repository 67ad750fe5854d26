import type { Bundle } from '@aws-sdk/client-lightsail';
import type { FleetPlan } from '../../contract/fleet-plan';
import type { SourceFacts } from './source-facts';

/** Block storage, in every Region (https://aws.amazon.com/lightsail/pricing/); no call of the API tells it. */
export const DISK_USD_PER_GB_MONTH = 0.1;

/** "Charged by the hour, up to the price of the month" of at most 31 days (Lightsail FAQ, billing). */
const HOURS_OF_A_MONTH = 744;

export interface PriceFleetInput {
  bundle: Bundle;
  source: Pick<SourceFacts, 'diskPaths' | 'disksGb'>;
  instanceCount: number;
}

export type FleetPrice = Pick<FleetPlan, 'monthlyPriceUsd' | 'hourlyPriceUsd' | 'disks'>;

/** Every instance gets a copy of each disk of the snapshot, mapped or not. */
export function priceFleet({ bundle, source, instanceCount }: PriceFleetInput): FleetPrice {
  const totalGb = (source.disksGb ?? 0) * instanceCount;
  const disksMonthly = totalGb * DISK_USD_PER_GB_MONTH;
  const monthly = (bundle.price ?? 0) * instanceCount + disksMonthly;
  const count = source.diskPaths.length * instanceCount;
  return {
    monthlyPriceUsd: round(monthly, 2),
    hourlyPriceUsd: round(monthly / HOURS_OF_A_MONTH, 4),
    ...(count === 0 ? {} : { disks: { count, totalGb, monthlyPriceUsd: round(disksMonthly, 2) } }),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
