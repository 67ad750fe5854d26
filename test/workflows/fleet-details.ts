import type { FleetProgress } from '../../src/contract/fleet-progress';
import { renderDetails, type RenderDetailsInput } from '../../src/workflows/current-details';

export const progress: FleetProgress = {
  fleetId: 'nightly',
  ownerId: 'run-1',
  state: 'waiting',
  region: 'us-east-1',
  availabilityZone: 'us-east-1a',
  source: 'golden',
  startedAt: '2026-11-23T04:05:06.789Z',
  requested: 2,
  counts: { ready: 1, failed: 1 },
  instances: [
    { name: 'web-01', state: 'ready', publicIpAddress: '192.0.2.1', secondsToReady: 18.25 },
    { name: 'web-02', state: 'failed', problem: 'no capacity' },
  ],
  monthlyPriceUsd: 7,
  warnings: [],
  survivors: [],
};

const AT = '2026-11-23T04:06:10.000Z';
export const pages = { namespace: 'default', workflowId: 'nightly', runId: 'run-1' };

export function render(change: Partial<FleetProgress> = {}, input: Partial<RenderDetailsInput> = {}): string {
  return renderDetails({ progress: { ...progress, ...change }, at: AT, ...input });
}

/** The table's cells, by row. */
export function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.replace('\u2003\u200b', '')),
  );
}

/** Of examples, which are never none. */
export function firstOf<Item>([first]: readonly Item[]): Item {
  if (first === undefined) throw new Error('there is no example');
  return first;
}
