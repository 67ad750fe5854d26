import type { CloneFleetResult } from '../../contract/clone-fleet-result';
import { formatCount, formatPrice, formatSeconds } from './format-values';
import { tableLines } from './table';

export interface ResultLinesInput {
  result: CloneFleetResult;
  width: number;
}

/** The instances of a ready fleet, one a line, for stdout: names first, so that `cut` and `awk` find them. */
export function resultLines({ result, width }: ResultLinesInput): string[] {
  const rows = result.instances.map((instance) => [
    instance.name,
    instance.publicIpAddress ?? instance.ipv6Addresses[0],
    instance.privateIpAddress,
    instance.availabilityZone,
    formatSeconds(instance.secondsToReady),
  ]);
  return tableLines({ head: ['NAME', 'PUBLIC', 'PRIVATE', 'ZONE', 'READY AFTER'], rows, width });
}

/** `6 instances ready in 23.1 s, 21.00 USD a month`. */
export function resultSummary({ instances, startedAt, readyAt, monthlyPriceUsd }: CloneFleetResult): string {
  const seconds = (Date.parse(readyAt) - Date.parse(startedAt)) / 1000;
  return `${formatCount(instances.length, 'instance')} ready after ${formatSeconds(seconds)}, ${formatPrice(monthlyPriceUsd)}`;
}
