import type { FaultRule } from '../support/simulator-control';

export interface RecordedRotation {
  name: string;
  /** Once the older fleet, of the instance `web-11`, is ready. */
  faults: FaultRule[];
}

/** How a fleet that is ready rotates its group, which has one older fleet. */
export const RECORDED_ROTATIONS: readonly RecordedRotation[] = [
  { name: 'rotated', faults: [] },
  {
    name: 'rotation-incomplete',
    faults: [{ name: 'web-11', action: 'DeleteInstance', effect: 'denied', times: 1000 }],
  },
];
