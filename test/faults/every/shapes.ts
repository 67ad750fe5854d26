import type { FaultRule } from '../../support/simulator-control';
import type { FleetRequest } from '../plan/campaign-plan';

/** A way that a run takes: what it asks for, and what befalls it in any case. */
export interface Shape {
  name: 'ready' | 'rolled-back' | 'made-again' | 'many';
  request: (region: string) => FleetRequest;
  faults: FaultRule[];
  /** `ready`, or the type of its failure. */
  ends: string;
}

const withDisks = {
  instanceSnapshotName: 'golden-with-disk',
  attachedDiskMapping: { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] },
};

function request(
  names: readonly string[],
  replaceFailed: number,
  more: object = { instanceSnapshotName: 'golden' },
): Shape['request'] {
  return (region) => ({
    instanceNames: [...names],
    availabilityZone: `${region}a`,
    bundleId: 'nano_3_0',
    ...more,
    fleet: { replaceFailed },
  });
}

const MANY = ['web-1', 'web-2', 'web-3', 'web-4', 'web-5', 'web-6'];

/** The fate of the second instance, on its first creation only. */
const ONE_FAILS: FaultRule[] = [{ name: 'web-2', effect: 'operation-fails', seconds: 2 }];

export const SHAPES: readonly Shape[] = [
  { name: 'ready', request: request(['web-1', 'web-2'], 0, withDisks), faults: [], ends: 'ready' },
  {
    name: 'rolled-back',
    request: request(['web-1', 'web-2'], 0, withDisks),
    faults: ONE_FAILS,
    ends: 'OperationFailed',
  },
  {
    name: 'made-again',
    request: request(['web-1', 'web-2'], 1, withDisks),
    faults: ONE_FAILS,
    ends: 'ready',
  },
  // So many that listings are read where few are asked for one by one.
  { name: 'many', request: request(MANY, 0), faults: ONE_FAILS, ends: 'OperationFailed' },
];
