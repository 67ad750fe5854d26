import type { CampaignPlan, FleetRequest, PlannedEvent, PlannedFault } from './campaign-plan';

const CREATE = 'CreateInstancesFromSnapshot';
const SPEED = 20;

/** Real seconds as the virtual ones that faults are told in. */
const real = (seconds: number) => seconds * SPEED;

/** Every time. */
const ALWAYS = 1000;

export interface WrittenPlan {
  /** What the world has in store, as a clause after "a fleet". */
  name: string;
  plan: CampaignPlan;
}

interface Written {
  fleets: FleetRequest[];
  faults?: PlannedFault[];
  events?: PlannedEvent[];
  settings?: Record<string, unknown>;
}

function world(name: string, { fleets, faults = [], events = [], settings = {} }: Written): WrittenPlan {
  const plan: CampaignPlan = {
    seed: 1,
    settings: { speed: SPEED, createSeconds: 20, deleteSeconds: 4, failedInstanceRemains: true, ...settings },
    strangers: [],
    fleets: fleets.map((request) => ({ request })),
    faults,
    events,
  };
  return { name, plan };
}

function fleetOf(count: number, { base = 'web', ...more }: Partial<FleetRequest> & { base?: string } = {}) {
  const { fleet, ...members } = more;
  const index = (position: number) => String(position + 1).padStart(2, '0');
  return {
    instanceNames: Array.from({ length: count }, (_, position) => `${base}-${index(position)}`),
    instanceSnapshotName: 'golden',
    availabilityZone: 'us-east-1a',
    bundleId: 'small_3_0',
    ...members,
    fleet: { replaceFailed: 0, limits: { operationMinutes: 1, readyMinutes: 1 }, ...fleet },
  };
}

const atCreate = (what: PlannedEvent['what']): PlannedEvent => ({
  when: { action: CREATE, nth: 1, phase: 'recorded' },
  what,
});
const whenEnded = (fleet: number, what: PlannedEvent['what']): PlannedEvent => ({
  when: { ended: fleet },
  what,
});
/** Before the create of it is repeated, as `not-made` leaves the name free. */
const somebodyTakes = (name: string) => atCreate({ kind: 'intrude', names: [name] });
const cancelled = atCreate({ kind: 'cancel', fleet: 0 });
/** By then a cancelled activity knows of it: it beats every 3 s. */
const answeredLate = atCreate({ kind: 'hold', seconds: 5 });

const lost = (seconds: number, name?: string): PlannedFault => ({
  ...{ effect: 'late-appearance', action: CREATE, seconds: real(seconds) },
  ...(name === undefined ? {} : { name }),
});
const notMade = (name: string): PlannedFault => ({ effect: 'not-made', action: CREATE, name });
const failing = (name: string): PlannedFault => ({
  effect: 'operation-fails',
  action: CREATE,
  name,
  times: 9,
});

const DISKS = { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] };
const WITH_DISKS = { instanceSnapshotName: 'golden-with-disk', attachedDiskMapping: DISKS };
const ADD_ONS = [{ addOnType: 'AutoSnapshot', autoSnapshotAddOnRequest: { snapshotTimeOfDay: '06:00' } }];

const WRITTEN: readonly WrittenPlan[] = [
  world('is cancelled while its create is out, whose answer is then lost', {
    fleets: [fleetOf(2)],
    faults: [{ effect: 'reset-after', action: CREATE }],
    events: [cancelled, answeredLate],
  }),
  world('is cancelled while its create is out, which lands when undo has begun to look', {
    fleets: [fleetOf(2)],
    faults: [lost(6.2)],
    events: [cancelled, answeredLate],
  }),
  world('is cancelled when its create is answered, half of which appears later', {
    fleets: [fleetOf(2)],
    faults: [{ ...lost(1.8, 'web-02'), answer: 'given' }],
    events: [cancelled],
  }),
  world('is to be kept and fails, and has an instance that appears later though its create is answered', {
    fleets: [fleetOf(2, { fleet: { batchSize: 1, onFailure: 'keep' } })],
    faults: [{ ...lost(2.2, 'web-01'), answer: 'given' }, failing('web-02')],
    settings: { createSeconds: 10 },
  }),
  world('has a batch that fails while the create of another one is out, which then lands', {
    fleets: [fleetOf(2, { fleet: { batchSize: 1 } })],
    faults: [lost(5.2, 'web-01'), failing('web-02')],
    events: [answeredLate],
  }),
  world('has a create whose answer is lost and which lands later', {
    fleets: [fleetOf(2)],
    faults: [lost(1.5)],
  }),
  world('fails for a name that somebody takes, while the other half of its create is still to land', {
    fleets: [fleetOf(2)],
    faults: [lost(1.8, 'web-01'), notMade('web-02')],
    events: [somebodyTakes('web-02')],
  }),
  world('fails for a name that somebody takes, and lands in two parts', {
    fleets: [fleetOf(3)],
    faults: [lost(1.8, 'web-02'), notMade('web-03')],
    events: [somebodyTakes('web-03')],
  }),
  world('is to be kept, fails for a name that somebody takes, and lands in two parts', {
    fleets: [fleetOf(3, { fleet: { onFailure: 'keep' } })],
    faults: [lost(1.8, 'web-02'), notMade('web-03')],
    events: [somebodyTakes('web-03')],
  }),
  // The next worker begins when the heartbeat has run out, after 10 s, and Temporal has waited for a second.
  ...[11.3, 12, 12.7].map((seconds) =>
    world(`loses its worker with a create out that lands after ${String(seconds)} s`, {
      fleets: [fleetOf(1)],
      faults: [lost(seconds)],
      events: [atCreate({ kind: 'kill' })],
    }),
  ),
  world('has a create that made only one of its names', {
    fleets: [fleetOf(2)],
    faults: [notMade('web-02')],
  }),
  world('has a create that made only one of its names, the other of which somebody takes', {
    fleets: [fleetOf(2)],
    faults: [notMade('web-02')],
    events: [somebodyTakes('web-02')],
  }),
  world('has disks and add-ons, and an instance that fails', {
    fleets: [
      fleetOf(3, { instanceSnapshotName: 'golden-with-disk', attachedDiskMapping: DISKS, addOns: ADD_ONS }),
    ],
    faults: [failing('web-03')],
  }),
  world('waits for operations alone, one of which fails', {
    fleets: [fleetOf(3, { fleet: { waitFor: 'operation' } })],
    faults: [failing('web-02')],
  }),
  world('is rolled back while deletes take eight seconds', {
    fleets: [fleetOf(2)],
    faults: [failing('web-02')],
    settings: { deleteSeconds: 160 },
  }),
  world('stands with fewer than it asked for', {
    fleets: [fleetOf(3, { fleet: { minReady: 2 } })],
    faults: [failing('web-03')],
  }),
  world('may not delete one of its instances', {
    fleets: [fleetOf(2, { fleet: { limits: { rollbackMinutes: 1 } } })],
    faults: [
      failing('web-02'),
      { effect: 'denied', action: 'DeleteInstance', name: 'web-01', times: ALWAYS },
    ],
  }),
  world('is refused its deletes for a while', {
    fleets: [fleetOf(2)],
    faults: [
      failing('web-02'),
      { effect: 'delete-refused', action: 'DeleteInstance', name: 'web-01', times: 2 },
    ],
  }),
  world('is cancelled while it is rolled back', {
    fleets: [fleetOf(3)],
    faults: [failing('web-02')],
    events: [
      { when: { action: 'DeleteInstance', nth: 1, phase: 'received' }, what: { kind: 'cancel', fleet: 0 } },
    ],
  }),
  world('loses its worker while it is rolled back', {
    fleets: [fleetOf(3)],
    faults: [failing('web-02')],
    events: [{ when: { action: 'DeleteInstance', nth: 1, phase: 'recorded' }, what: { kind: 'kill' } }],
  }),
  world('is deleted with its disks while another one is made, which nobody may touch', {
    fleets: [fleetOf(2, WITH_DISKS), fleetOf(2, { base: 'app' })],
    faults: [{ effect: 'operation-stuck', action: CREATE, name: 'app-02', seconds: real(6) }],
    events: [
      whenEnded(0, { kind: 'delete', fleet: 0, by: 'fleet', again: true }),
      whenEnded(0, { kind: 'delete', fleet: 1, by: 'owner' }),
      whenEnded(0, { kind: 'sweep' }),
    ],
  }),
  world('stands while a sweep takes what another one has kept', {
    fleets: [fleetOf(2), fleetOf(2, { base: 'job', ...WITH_DISKS, fleet: { onFailure: 'keep' } })],
    faults: [{ ...failing('job-02'), seconds: real(2) }],
    events: [whenEnded(0, { kind: 'sweep' }), whenEnded(1, { kind: 'sweep' })],
  }),
  world('is kept, and too young for a sweep', {
    fleets: [fleetOf(2, { fleet: { onFailure: 'keep' } })],
    faults: [failing('web-02')],
    events: [
      whenEnded(0, { kind: 'sweep', minimumAgeHours: 24 }),
      whenEnded(0, { kind: 'sweep', reportOnly: true }),
    ],
  }),
  world('is deleted without its disks', {
    fleets: [fleetOf(2, WITH_DISKS)],
    events: [whenEnded(0, { kind: 'delete', fleet: 0, by: 'both', disks: false })],
  }),
  world('is made in a Region whose list of operations lags behind', {
    fleets: [fleetOf(12)],
    settings: { createSeconds: 70, operationsListingLagSeconds: 60 },
  }),
  world('is one of four large ones, with short pages', {
    fleets: ['web', 'app', 'job', 'edge'].map((base) => fleetOf(12, { base })),
    settings: { createSeconds: { min: 20, max: 60 }, operationsPageSize: 2, listingPageSize: 3 },
  }),
];

/** Worlds that aim at one promise each, where chance would seldom hit. By its seed each can be told from the others. */
export const WRITTEN_PLANS: readonly WrittenPlan[] = WRITTEN.map(({ name, plan }, index) => ({
  name,
  plan: { ...plan, seed: index + 1 },
}));
