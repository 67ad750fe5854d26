import type { AwaitOperationsResult } from '../src/contract/activities';
import type { BenchRow } from './bench-row';
import type { LedgerRow } from '../test/support/simulator-control';

/** What one size of fleet left behind: the ledger of its calls and the history of each of its runs. */
export interface MeasureInput {
  system: string;
  n: number;
  fleets: number;
  /** From the start of the first run to the end of the last, seconds. */
  wallSeconds: number;
  calls: LedgerRow[];
  /** Results of every `await/…` activity of every run. */
  awaited: AwaitOperationsResult[];
  events: number;
  peakRssMegabytes: number;
}

/** One row of the table, from what was recorded: nothing here is estimated. */
export function measure(input: MeasureInput): BenchRow {
  const { system, n, fleets, wallSeconds, calls, awaited, events, peakRssMegabytes } = input;
  const operations = awaited.flatMap(({ outcomes }) => outcomes);
  const lags = operations
    .map(({ seenAt, operation }) => secondsBetween(operation?.statusChangedAt, seenAt))
    .sort((a, b) => a - b);
  const slowest = Math.max(
    ...operations.map(({ operation }) => secondsBetween(operation?.createdAt, operation?.statusChangedAt)),
  );
  const instances = n * fleets;
  return {
    system,
    n,
    fleets,
    wallOverSlowestSeconds: round(wallSeconds - slowest),
    lagP50Seconds: round(percentile(lags, 0.5)),
    lagP95Seconds: round(percentile(lags, 0.95)),
    callsPerInstance: round(calls.length / instances),
    callsByAction: countByAction(calls),
    eventsPerInstance: round(events / instances),
    peakRssMegabytes,
  };
}

function secondsBetween(from: string | undefined, to: string | undefined): number {
  if (from === undefined || to === undefined)
    throw new Error('an operation was not seen to its end: nothing can be measured');
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function countByAction(calls: LedgerRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { action = 'unknown' } of calls) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
