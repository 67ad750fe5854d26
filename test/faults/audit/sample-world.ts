import type {
  AuditedRemoval,
  AuditedRun,
  CallRow,
  ChangeRow,
  Evidence,
  HistoryEvent,
  LedgerRow,
  Outcome,
} from './evidence';

export const WORKER = 'AKIAWORKER';
export const STRANGER = 'AKIASTRANGER';
const REGION = 'us-east-1';
const BEFORE = '2026-11-25T11:59:00Z';

export interface SampleCreate {
  names: string[];
  ownerId?: string;
  /** At the first of them. */
  disk?: string;
  mapping?: Record<string, unknown>;
  key?: string;
}

export interface SampleRemoval extends Pick<AuditedRemoval, 'kind' | 'request' | 'outcome'> {
  steps?: { type: string; input: unknown }[];
  act?: () => void;
  /** Now, unless it is told. */
  startedAt?: string;
}

/** Writes a small world row by row, as the simulator would. Every row is a second of virtual time later. */
export class SampleWorld {
  readonly rows: LedgerRow[] = [];
  readonly runs: AuditedRun[] = [];
  readonly removals: AuditedRemoval[] = [];
  private readonly startMillis = Date.parse('2026-11-25T12:00:00Z');

  call(call: Partial<CallRow> & { action: string }): number {
    const row: CallRow = {
      ...{ kind: 'call', seq: this.nextSeq, at: this.now, region: REGION, accessKeyId: WORKER },
      ...{ request: {}, status: 200, errorType: null, effect: null },
      ...call,
    };
    this.rows.push(row);
    return row.seq;
  }

  change(change: Partial<ChangeRow> & { resourceName: string; cause: number | 'clock' }): void {
    this.rows.push({
      ...{ kind: 'change', seq: this.nextSeq, at: this.now, region: REGION, resourceType: 'Instance' },
      ...{ from: null, to: null },
      ...change,
    });
  }

  /** A create of these names that was accepted; they run at once. */
  create(input: SampleCreate): number {
    const { names, ownerId, disk, mapping, key = WORKER } = input;
    const tags = ownerId === undefined ? [] : [{ key: 'lightsail-fleet:owner-id', value: ownerId }];
    const request = { instanceNames: names, tags, attachedDiskMapping: mapping };
    const cause = this.call({ action: 'CreateInstancesFromSnapshot', accessKeyId: key, request });
    for (const name of names) {
      this.change({
        resourceName: name,
        to: 'pending',
        cause,
        detail: {
          arn: `arn:${name}:${String(cause)}`,
          tags: ownerId === undefined ? {} : { 'lightsail-fleet:owner-id': ownerId },
        },
      });
      this.change({ resourceName: name, from: 'pending', to: 'running', cause: 'clock' });
    }
    if (disk !== undefined) {
      const detail = { attachedTo: names[0] ?? '' };
      this.change({ resourceType: 'Disk', resourceName: disk, to: 'in-use', cause, detail });
    }
    return cause;
  }

  delete(input: { name: string; type?: 'Instance' | 'Disk'; key?: string }): void {
    const { name, type = 'Instance', key = WORKER } = input;
    const request = type === 'Disk' ? { diskName: name } : { instanceName: name };
    const cause = this.call({ action: `Delete${type}`, accessKeyId: key, request });
    this.change({ resourceType: type, resourceName: name, from: 'running', to: 'shutting-down', cause });
    this.change({ resourceType: type, resourceName: name, from: 'shutting-down', cause: 'clock' });
  }

  run(run: {
    ownerId: string;
    outcome: Outcome;
    request: AuditedRun['request'];
    history: HistoryEvent[];
  }): void {
    const span = { startedAt: BEFORE, endedAt: this.now };
    this.runs.push({ fleetId: `fleet-${run.ownerId}`, ...span, ...run });
  }

  /** A removal that looks, records its steps, and then does what `act` does. It ends after that. */
  removal(removal: SampleRemoval): void {
    const { kind, request, outcome, steps = [], act } = removal;
    this.call({ action: 'GetInstances' });
    const startedAt = removal.startedAt ?? this.now;
    const history = steps.map((step) => scheduled({ ...step, at: startedAt }));
    act?.();
    const workflowId = `${kind}-${String(this.removals.length + 1)}`;
    this.call({ action: 'GetInstances' });
    this.removals.push({ workflowId, kind, request, outcome, history, startedAt, endedAt: this.now });
  }

  evidence(): Evidence {
    return {
      ledger: this.rows,
      runs: this.runs,
      removals: this.removals,
      workerKeys: [WORKER],
      limits: { callsPerSecond: 10, burstCalls: 3 },
      clock: { virtualMillis: this.startMillis, realMillis: this.startMillis, speed: 1 },
    };
  }

  private get nextSeq(): number {
    return this.rows.length + 1;
  }

  get now(): string {
    return new Date(this.startMillis + this.rows.length * 1000).toISOString();
  }
}

/** An activity in a history, scheduled before the world began unless a time is given. */
export function scheduled(input: { type: string; input: unknown; at?: string }): HistoryEvent {
  const data = Buffer.from(JSON.stringify(input.input)).toString('base64');
  return {
    eventTime: input.at ?? BEFORE,
    activityTaskScheduledEventAttributes: {
      activityType: { name: input.type },
      input: { payloads: [{ data }] },
    },
  };
}

/** One fleet that is ready, with a disk; one that failed and was rolled back; a stranger who comes and goes. */
export function goodWorld(): SampleWorld {
  const world = new SampleWorld();
  const made = world.create({ names: ['web-01', 'web-02'], ownerId: 'one', disk: 'data-01' });
  world.create({ names: ['app-01'], ownerId: 'two', disk: 'app-data' });
  world.create({ names: ['theirs'], key: STRANGER });
  world.delete({ name: 'theirs', key: STRANGER });
  world.delete({ name: 'app-01' });
  world.delete({ name: 'app-data', type: 'Disk' });
  const webs = ['web-01', 'web-02'];
  const toldOf = (name: string) => ({
    name,
    arn: `arn:${name}:${String(made)}`,
    disks: name === 'web-01' ? [{ name: 'data-01' }] : [],
  });
  world.run({
    ownerId: 'one',
    request: { instanceNames: webs },
    outcome: { status: 'ready', result: { instances: webs.map(toldOf) } },
    history: [scheduled({ type: 'createInstances', input: { instanceNames: webs } })],
  });
  world.run({
    ownerId: 'two',
    request: { instanceNames: ['app-01'] },
    outcome: { status: 'failed', type: 'OperationFailed', message: 'it failed', details: {} },
    history: [
      scheduled({ type: 'createInstances', input: { instanceNames: ['app-01'] } }),
      scheduled({
        type: 'removeInstances',
        input: { instances: [{ name: 'app-01', disks: [{ name: 'app-data' }] }] },
      }),
      scheduled({ type: 'removeDisks', input: { disks: [{ name: 'app-data' }] } }),
    ],
  });
  return world;
}
