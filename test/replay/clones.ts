import { fleetRequest } from '../support/fleet-request';
import { untilCalled, untilCreateStruck } from '../support/ledger-facts';
import type { Person } from '../support/person';
import type { RunningFleet } from '../support/run-fleet';
import type { FaultRule } from '../support/simulator-control';
import type { Stack } from '../support/start-stack';
import { WITH_DISKS } from '../support/with-disks';

const CREATE = 'CreateInstancesFromSnapshot';

/** Instances enough for one to differ from the others, and few, as every history stays here for good. */
const PAIR = ['web-01', 'web-02'];
const pair = (change: Parameters<typeof fleetRequest>[0] = {}) => fleetRequest({ names: PAIR, ...change });

const SECOND_FAILS: FaultRule = { name: 'web-02', action: CREATE, effect: 'operation-fails' };
const SECOND_IS_STUCK: FaultRule = { name: 'web-02', effect: 'operation-stuck' };

interface DuringInput {
  fleet: RunningFleet;
  stack: Stack;
  person: Person;
}

export interface RecordedClone {
  name: string;
  faults?: FaultRule[];
  input?: unknown;
  during?: (input: DuringInput) => Promise<void>;
  /** Of the outcome: its status, and of a failure the type. */
  endsAs: { status: 'ready' | 'cancelled' } | { status: 'failed'; type: string };
}

const READY = { status: 'ready' } as const;
const CANCELLED = { status: 'cancelled' } as const;
const failed = (type: string) => ({ status: 'failed' as const, type });

/** The ways in which a run of `cloneFleet` can end, each by its own commands. */
export const RECORDED_CLONES: readonly RecordedClone[] = [
  { name: 'ready', endsAs: READY },
  {
    name: 'ready-in-batches',
    input: fleetRequest({
      instanceNames: undefined,
      fleet: { nameTemplate: 'web-{index}', count: 12, batchSize: 2 },
    }),
    endsAs: READY,
  },
  { name: 'ready-after-lost-answer', faults: [{ action: CREATE, effect: 'reset-after' }], endsAs: READY },
  {
    name: 'ready-after-replacement',
    faults: [SECOND_FAILS, { name: 'web-03', action: CREATE, effect: 'capacity' }],
    input: fleetRequest({ fleet: { replaceFailed: 1, fallbackZones: ['us-east-1b'] } }),
    endsAs: READY,
  },
  {
    name: 'ready-with-fewer',
    faults: [SECOND_FAILS],
    input: fleetRequest({ fleet: { minReady: 2, replaceFailed: 0 } }),
    endsAs: READY,
  },
  { name: 'invalid-request', input: { instanceNames: ['a b'] }, endsAs: failed('InvalidRequest') },
  {
    name: 'preflight-failed',
    input: fleetRequest({ instanceSnapshotName: 'no-such' }),
    endsAs: failed('PreflightFailed'),
  },
  {
    name: 'name-in-use',
    // Its retries go on until somebody has taken the other name.
    faults: [{ name: 'web-01', action: CREATE, effect: 'throttle', times: 1000 }],
    input: pair(),
    during: async ({ stack, person }) => {
      await untilCreateStruck(stack.control, 'web-01');
      await person.create('web-02');
      await stack.control.putFaults([]);
    },
    endsAs: failed('NameInUse'),
  },
  {
    name: 'access-denied',
    faults: [{ action: CREATE, effect: 'denied' }],
    endsAs: failed('AccessDenied'),
  },
  {
    name: 'unauthenticated',
    faults: [{ action: CREATE, effect: 'denied', errorCode: 'UnauthenticatedException' }],
    input: pair(),
    endsAs: failed('Unauthenticated'),
  },
  {
    name: 'quota-exceeded',
    faults: [{ action: CREATE, effect: 'quota' }],
    input: pair(),
    endsAs: failed('QuotaExceeded'),
  },
  {
    name: 'capacity-unavailable-in-any-zone',
    faults: [{ name: 'web-02', action: CREATE, effect: 'capacity', times: 2 }],
    input: pair({ fleet: { fallbackZones: ['us-east-1b'] } }),
    endsAs: failed('CapacityUnavailable'),
  },
  { name: 'operation-failed', faults: [SECOND_FAILS], endsAs: failed('OperationFailed') },
  {
    name: 'operation-failed-with-disks',
    faults: [SECOND_FAILS],
    input: fleetRequest({ ...WITH_DISKS, bundleId: 'small_3_0' }),
    endsAs: failed('OperationFailed'),
  },
  {
    name: 'deadline-exceeded',
    faults: [{ ...SECOND_IS_STUCK, action: CREATE }],
    input: pair({ fleet: { limits: { operationMinutes: 1 } } }),
    endsAs: failed('DeadlineExceeded'),
  },
  {
    name: 'kept',
    faults: [SECOND_FAILS],
    input: fleetRequest({ ...WITH_DISKS, bundleId: 'small_3_0', fleet: { onFailure: 'keep' } }),
    endsAs: failed('OperationFailed'),
  },
  {
    name: 'kept-until-cancelled',
    faults: [SECOND_FAILS],
    input: pair({ fleet: { onFailure: 'keep' } }),
    during: async ({ fleet, stack }) => {
      await fleet.reached('waiting');
      await stack.control.putFaults([{ action: 'GetInstance', name: 'web-02', effect: 'slow', seconds: 60 }]);
      await untilCalled(stack.control, 'GetInstance', 'web-02');
      await fleet.cancel();
    },
    endsAs: failed('OperationFailed'),
  },
  {
    name: 'rollback-incomplete',
    faults: [SECOND_FAILS, { name: 'web-03', action: 'DeleteInstance', effect: 'denied', times: 1000 }],
    input: fleetRequest({ fleet: { limits: { rollbackMinutes: 1 } } }),
    endsAs: failed('RollbackIncomplete'),
  },
  {
    name: 'cancelled-while-waiting',
    faults: [SECOND_IS_STUCK],
    during: async ({ fleet }) => {
      await fleet.reached('waiting');
      await fleet.cancel();
    },
    endsAs: CANCELLED,
  },
  {
    name: 'cancelled-while-rolling-back',
    faults: [SECOND_FAILS, { action: 'DeleteInstance', effect: 'slow', seconds: 40, times: 2 }],
    input: pair(),
    during: async ({ fleet }) => {
      await fleet.reached('rolling-back');
      await fleet.cancel();
    },
    endsAs: failed('OperationFailed'),
  },
];
