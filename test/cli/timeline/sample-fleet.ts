import type { FleetView } from '../../../src/client';
import type { FleetProgress, InstanceProgress } from '../../../src/contract/fleet-progress';
import type { FleetState } from '../../../src/contract/fleet-states';
import { sampleView, STARTED_AT } from '../render/sample-view';

/** So many seconds after the start of the sample. */
export const at = (second: number) => new Date(Date.parse(STARTED_AT) + second * 1000).toISOString();

export const operation = (createdAt: number, endedAt: number) => ({
  ...{ id: 'op-1', createdAt: at(createdAt), statusChangedAt: at(endedAt) },
});

/** Ready from the 31st second on. */
export const readyInstance = (name: string): InstanceProgress => ({
  ...{ name, state: 'ready', publicIpAddress: '198.18.0.1', secondsToReady: 30 },
  ...{ requestedAt: at(1), operation: operation(2, 21), startingAt: at(21.5), readyAt: at(31) },
});

/** A fleet of these instances that has ended after 40 s, unless told otherwise. */
export function timedView(
  instances: InstanceProgress[],
  { state = 'ready', closedAt = at(40), ...change }: Partial<FleetView> & { state?: FleetState } = {},
): FleetView {
  const view = sampleView([], { state });
  const progress: FleetProgress = {
    ...(view.progress as FleetProgress),
    instances,
    requested: instances.length,
  };
  return { ...view, closedAt, progress, ...change };
}

/** One of each kind: what a person may have to read off a timeline. */
export const MIXED: InstanceProgress[] = [
  readyInstance('web-001'),
  {
    ...{ name: 'web-002', state: 'removed', problem: 'InternalFailure: <the operation> failed' },
    ...{
      requestedAt: at(1),
      operation: operation(2, 18),
      failedAt: at(18.5),
      removingAt: at(25),
      removedAt: at(30),
    },
  },
  {
    ...readyInstance('web-003'),
    ...{ requestedAt: at(16), operation: operation(17, 28), readyAt: at(35), secondsToReady: 19 },
    earlier: [
      {
        requestedAt: at(1),
        operationEndedAt: at(9),
        failedAt: at(10),
        removingAt: at(11),
        removedAt: at(15),
      },
    ],
  },
  { name: 'web-004', state: 'planned' },
];
