import type { CloneFleetInput } from './clone-fleet-input';
import type { CloneFleetResult } from './clone-fleet-result';
import type { DeleteFleetInput } from './delete-fleet-input';
import type { FailureType, FleetFailureDetails } from './failures';
import type { FleetPlan } from './fleet-plan';
import type { FleetProgress } from './fleet-progress';
import { deleted, IDS, removing, swept } from './removal-examples';
import type { SweepFleetsInput } from './sweep-fleets-input';

const TIMES = { startedAt: '2026-11-25T02:00:00.214Z', readyAt: '2026-11-25T02:00:41.870Z' };

const request: CloneFleetInput = {
  instanceSnapshotName: 'golden',
  availabilityZone: 'us-east-1a',
  bundleId: 'nano_3_0',
  keyPairName: 'ops',
  tags: [{ key: 'team', value: 'web' }],
  fleet: {
    nameTemplate: 'web-{date}-{index:02}',
    count: 2,
    fallbackZones: ['us-east-1b'],
    waitFor: { port: 22 },
  },
};

const requestByNames: CloneFleetInput = {
  instanceNames: ['web-a', 'web-b'],
  sourceInstanceName: 'web-master',
  useLatestRestorableAutoSnapshot: true,
  availabilityZone: 'us-east-1a',
  bundleId: 'nano_3_0',
};

const result: CloneFleetResult = {
  ...IDS,
  ...TIMES,
  region: 'us-east-1',
  instances: ['web-20261125-01', 'web-20261125-02'].map((name, index) => ({
    name,
    arn: `arn:aws:lightsail:us-east-1:111122223333:Instance/${name}`,
    availabilityZone: 'us-east-1a',
    publicIpAddress: `198.18.0.${String(index + 10)}`,
    privateIpAddress: `172.26.0.${String(index + 10)}`,
    ipv6Addresses: [],
    disks: [],
    operationId: `3f1c7e0a-5d5b-4f9c-8a54-0d6f3a0c1e1${String(index)}`,
    secondsToReady: 38.2,
  })),
  replaced: 0,
  removed: 0,
  monthlyPriceUsd: 10,
};

const plan: FleetPlan = {
  ...IDS,
  accountId: '111122223333',
  region: 'us-east-1',
  availabilityZone: 'us-east-1a',
  source: { name: 'golden', createdAt: '2026-11-20T08:00:00.000Z', sizeGb: 20, diskPaths: [] },
  bundle: { id: 'nano_3_0', cpuCount: 2, ramSizeGb: 0.5, diskSizeGb: 20, monthlyPriceUsd: 5 },
  instanceCount: 2,
  batches: [
    { id: 'web-20261125-01..web-20261125-02', instanceNames: ['web-20261125-01', 'web-20261125-02'] },
  ],
  waitFor: { port: 22 },
  limits: { operationMinutes: 30, readyMinutes: 10, rollbackMinutes: 60 },
  standing: { minReady: 2, replaceFailed: 1, fallbackZones: ['us-east-1b'], onFailure: 'rollback' },
  monthlyPriceUsd: 10,
  hourlyPriceUsd: 0.0134,
  launch: { keyPairName: 'ops', addOns: [], tags: ['team=web'] },
  checks: ['snapshot golden is available'],
  warnings: [],
};

const progress: FleetProgress = {
  ...IDS,
  state: 'waiting',
  region: 'us-east-1',
  availabilityZone: 'us-east-1a',
  source: 'golden',
  startedAt: TIMES.startedAt,
  requested: 2,
  counts: { ready: 1, waiting: 1 },
  instances: [
    {
      ...{ name: 'web-20261125-01', state: 'ready', publicIpAddress: '198.18.0.10', secondsToReady: 31.7 },
      ...{ requestedAt: '2026-11-25T02:00:03.655Z', readyAt: '2026-11-25T02:00:35.355Z' },
    },
    { name: 'web-20261125-02', state: 'waiting', requestedAt: '2026-11-25T02:00:03.655Z' },
  ],
  monthlyPriceUsd: 10,
  warnings: [],
  survivors: [],
};

const details: FleetFailureDetails = {
  fleetId: IDS.fleetId,
  region: 'us-east-1',
  survivors: [{ resourceType: 'Instance', name: 'web-20261125-02', cause: 'AccessDeniedException' }],
  cause: { type: 'OperationFailed', message: '1 of 2 instances could not be made' },
  command: `lightsail-fleet delete ${IDS.fleetId} --owner ${IDS.ownerId} --region us-east-1`,
};

const refused: FleetFailureDetails = {
  fleetId: IDS.fleetId,
  problems: [{ path: 'fleet.count', message: 'expected 1 to 1000, got 0' }],
};

/** Typed by the contract here, and held against the JSON Schemas by a test. */
export const SCHEMA_EXAMPLES = {
  CloneFleetInput: [request, requestByNames],
  CloneFleetResult: [result],
  FleetPlan: [plan],
  FleetProgress: [progress],
  DeleteFleetInput: [
    { fleetId: IDS.fleetId },
    { ownerId: IDS.ownerId, regions: ['us-east-1'], dryRun: true },
  ] satisfies DeleteFleetInput[],
  DeleteFleetResult: [deleted],
  SweepFleetsInput: [{}, { delete: true, minimumAgeHours: 48 }] satisfies SweepFleetsInput[],
  SweepFleetsResult: [swept],
  DeleteProgress: [removing],
  FailureType: ['RollbackIncomplete'] satisfies FailureType[],
  FleetFailureDetails: [details, refused],
};
