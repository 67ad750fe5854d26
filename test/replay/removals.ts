import { fleetRequest } from '../support/fleet-request';
import type { FaultRule } from '../support/simulator-control';

export interface RecordedRemoval {
  name: string;
  workflowType: 'deleteFleet' | 'sweepFleets';
  faults?: FaultRule[];
  input: object;
  /** The fleet goes on meanwhile; otherwise somebody has terminated it. */
  fleetRuns?: boolean;
  endsAs: { status: 'done' } | { status: 'failed'; type: string };
}

const DONE = { status: 'done' } as const;
const HERE = { regions: ['us-east-1'] };

/** The ways in which `deleteFleet` and `sweepFleets` can end, for a fleet with disks that was terminated. */
export const RECORDED_REMOVALS: readonly RecordedRemoval[] = [
  { name: 'deleted', workflowType: 'deleteFleet', input: {}, endsAs: DONE },
  {
    name: 'deleted-but-the-disks',
    workflowType: 'deleteFleet',
    input: { ...HERE, disks: false },
    endsAs: DONE,
  },
  {
    name: 'delete-in-a-dry-run',
    workflowType: 'deleteFleet',
    input: { ...HERE, dryRun: true },
    endsAs: DONE,
  },
  {
    name: 'delete-refused',
    workflowType: 'deleteFleet',
    input: HERE,
    fleetRuns: true,
    endsAs: { status: 'failed', type: 'InvalidRequest' },
  },
  {
    name: 'delete-incomplete',
    workflowType: 'deleteFleet',
    faults: [{ name: 'web-02', action: 'DeleteInstance', effect: 'denied', times: 1000 }],
    input: HERE,
    endsAs: { status: 'failed', type: 'RollbackIncomplete' },
  },
  {
    name: 'swept',
    workflowType: 'sweepFleets',
    input: { delete: true, minimumAgeHours: 0, includeExpired: true },
    endsAs: DONE,
  },
  { name: 'sweep-reported', workflowType: 'sweepFleets', input: HERE, endsAs: DONE },
];

export interface RecordedPlan {
  name: string;
  input: object;
  /** Undefined: there is a plan. */
  failsAs?: string;
}

/** `planFleet` alone. */
export const RECORDED_PLANS: readonly RecordedPlan[] = [
  { name: 'planned', input: fleetRequest({ names: ['web-01'] }) },
  {
    name: 'plan-refused',
    input: fleetRequest({ names: ['web-01'], bundleId: 'no_such_1_0' }),
    failsAs: 'PreflightFailed',
  },
];
