import type { FleetView } from '../../../src/client';
import type { FleetProgress, InstanceProgress } from '../../../src/contract/fleet-progress';
import type { FleetState, InstanceState } from '../../../src/contract/fleet-states';

export const STARTED_AT = '2026-11-23T20:35:00.000Z';

/** Progress of a fleet whose instances are in these states, in this order. */
export function sampleView(
  states: InstanceState[],
  { state = 'waiting', ...change }: Partial<Omit<FleetProgress, 'state'>> & { state?: FleetState } = {},
): FleetView {
  const instances = states.map((one, index): InstanceProgress => {
    const name = `web-${String(index + 1).padStart(3, '0')}`;
    if (one === 'ready')
      return { name, state: one, publicIpAddress: `198.18.0.${String(index + 1)}`, secondsToReady: 23.14 };
    if (one === 'failed') return { name, state: one, problem: 'InternalFailure: the operation failed' };
    if (one === 'planned') return { name, state: one };
    return { name, state: one, requestedAt: '2026-11-23T20:35:02.000Z' };
  });
  const counts: FleetProgress['counts'] = {};
  for (const one of states) counts[one] = (counts[one] ?? 0) + 1;
  const progress: FleetProgress = {
    fleetId: 'golden-1',
    ownerId: 'run-1',
    state,
    region: 'us-east-1',
    availabilityZone: 'us-east-1a',
    source: 'golden',
    startedAt: STARTED_AT,
    requested: states.length,
    counts,
    instances,
    monthlyPriceUsd: 5 * states.length,
    warnings: [],
    survivors: [],
    ...change,
  };
  return {
    fleetId: 'golden-1',
    runId: 'run-1',
    namespace: 'default',
    startedAt: STARTED_AT,
    workerSilent: false,
    progress,
  };
}
