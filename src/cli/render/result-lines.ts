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

/** `5 instances ready after 43.1 s, 25.00 USD a month. 1 failed and was removed; 2 were made again on the way`. */
export function resultSummary(result: CloneFleetResult): string {
  const { instances, startedAt, readyAt, monthlyPriceUsd, removed, replaced } = result;
  const seconds = (Date.parse(readyAt) - Date.parse(startedAt)) / 1000;
  const ready = `${formatCount(instances.length, 'instance')} ready after ${formatSeconds(seconds)}, ${formatPrice(monthlyPriceUsd)}`;
  const was = (count: number) => (count === 1 ? 'was' : 'were');
  const failed = [
    ...(removed === 0 ? [] : [`${String(removed)} failed and ${was(removed)} removed`]),
    ...(replaced === 0 ? [] : [`${String(replaced)} ${was(replaced)} made again on the way`]),
  ];
  return failed.length === 0 ? ready : `${ready}. ${failed.join('; ')}`;
}
