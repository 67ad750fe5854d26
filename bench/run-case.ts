import { readFile } from 'node:fs/promises';
import { defaultPayloadConverter } from '@temporalio/common';
import type { AwaitOperationsResult } from '../src/contract/activities';
import { startFleet } from '../test/support/run-fleet';
import type { Stack } from '../test/support/start-stack';
import type { BenchRow } from './bench-row';
import { measure } from './measure';

export interface RunCaseInput {
  stack: Stack;
  n: number;
  fleets: number;
}

/** Clones `fleets` fleets of `n` instances at once and measures them, with the worker's default settings. */
export async function runCase({ stack, n, fleets }: RunCaseInput): Promise<BenchRow> {
  await stack.control.reset();
  const worker = await stack.startWorker();
  const startedAt = Date.now();
  const running = await Promise.all(
    Array.from({ length: fleets }, (_, fleet) =>
      startFleet(stack, {
        instanceSnapshotName: 'golden',
        availabilityZone: 'us-east-1a',
        bundleId: 'nano_3_0',
        fleet: { nameTemplate: `bench-${String(n)}-${String(fleet)}-{index}`, count: n },
      }),
    ),
  );
  const outcomes = await Promise.all(running.map((fleet) => fleet.outcome()));
  const wallSeconds = (Date.now() - startedAt) / 1000;
  const failed = outcomes.find((outcome) => outcome.status !== 'ready');
  if (failed !== undefined)
    throw new Error(`a fleet of the benchmark did not end ready: ${JSON.stringify(failed)}`);
  const peakRssMegabytes = await readPeakRss(worker.pid);
  await worker.kill();
  const histories = await Promise.all(
    running.map((fleet) => stack.client.workflow.getHandle(fleet.id).fetchHistory()),
  );
  return measure({
    system: 'lightsail-fleet',
    n,
    fleets,
    wallSeconds,
    calls: (await stack.control.ledger()).filter((row) => row.kind === 'call'),
    awaited: histories.flatMap(readAwaited),
    events: histories.reduce((sum, history) => sum + (history.events?.length ?? 0), 0),
    peakRssMegabytes,
  });
}

type History = Awaited<ReturnType<ReturnType<Stack['client']['workflow']['getHandle']>['fetchHistory']>>;

function readAwaited(history: History): AwaitOperationsResult[] {
  const events = history.events ?? [];
  const scheduled = new Set(
    events
      .filter((event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'awaitOperations')
      .map((event) => String(event.eventId)),
  );
  return events.flatMap((event) => {
    const completed = event.activityTaskCompletedEventAttributes;
    const payload = completed?.result?.payloads?.[0];
    if (payload === undefined || !scheduled.has(String(completed?.scheduledEventId))) return [];
    return [defaultPayloadConverter.fromPayload<AwaitOperationsResult>(payload)];
  });
}

/** High-water mark of resident memory, as Linux keeps it; other systems have no figure. */
async function readPeakRss(pid: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024);
  } catch {
    return Number.NaN;
  }
}
