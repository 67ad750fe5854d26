/**
 * What the auditor looks at, and all that it looks at: types of its own, as it may share nothing with the product
 * that it judges.
 */
export interface Evidence {
  /** Every row of the simulator's ledger since the world started. */
  ledger: readonly LedgerRow[];
  runs: readonly AuditedRun[];
  /** Deletions and sweeps that an operator ran beside them and after them. */
  removals: readonly AuditedRemoval[];
  /** Access keys of the workers. Calls under any other key are those of strangers, who may do what they like. */
  workerKeys: readonly string[];
  /** What each worker is held to, for each Region. */
  limits: { callsPerSecond: number; burstCalls: number };
  /** One moment on both clocks: `at` of the ledger is virtual, the limits and histories are real. */
  clock: { virtualMillis: number; realMillis: number; speed: number };
}

export type LedgerRow = CallRow | ChangeRow;

export interface CallRow {
  kind: 'call';
  seq: number;
  at: string;
  action: string;
  region: string | null;
  accessKeyId: string | null;
  request: Record<string, unknown> | null;
  /** Null where no answer was sent. */
  status: number | null;
  errorType: string | null;
  effect: string | null;
}

export interface ChangeRow {
  kind: 'change';
  seq: number;
  at: string;
  region: string;
  resourceType: string;
  resourceName: string;
  from: string | null;
  to: string | null;
  detail?: {
    arn?: string;
    publicIpAddress?: string;
    ipv6Addresses?: readonly string[];
    attachedTo?: string;
    tags?: Readonly<Record<string, string>>;
  };
  /** The seq of the call, or `clock`. */
  cause: number | 'clock';
}

/** Of a run's first event and its last one, by Temporal's clock. */
export interface Span {
  startedAt: string;
  endedAt: string;
}

/** One run of a workflow that makes a fleet. */
export interface AuditedRun extends Span {
  fleetId: string;
  /** Run id of the first execution. */
  ownerId: string;
  /** As it was sent. */
  request: { instanceNames?: readonly string[] | undefined; fleet?: AskedFleet | undefined };
  outcome: Outcome;
  history: readonly HistoryEvent[];
}

/** One run of a workflow that deletes what fleets have left, or fleets that stand. */
export interface AuditedRemoval extends Span {
  workflowId: string;
  /** `delete`: what the request names; `sweep`: whatever belongs to no fleet. */
  kind: 'delete' | 'sweep';
  request: RemovalRequest;
  outcome: Outcome<RemovalResult>;
  history: readonly HistoryEvent[];
}

/** As it was sent. */
export interface RemovalRequest {
  fleetId?: string;
  ownerId?: string;
  disks?: boolean;
  delete?: boolean;
  minimumAgeHours?: number;
}

export interface RemovalResult {
  removed: readonly { resourceType: string; name: string; ownerId: string }[];
  leftAlone: readonly { resourceType: string; name: string }[];
  survivors: readonly Survivor[];
  unread: readonly unknown[];
}

export interface AskedFleet {
  count?: number | undefined;
  minReady?: number | undefined;
  onFailure?: string | undefined;
  waitFor?: unknown;
}

/** Of a fleet, or of a removal: `ready` is one that has a result. */
export type Outcome<Result = FleetResult> =
  | { status: 'ready'; result: Result }
  | { status: 'cancelled' }
  | { status: 'failed'; type: string; message: string; details: FailureDetails | undefined }
  /** Terminated, timed out, still running: no run may end like that. */
  | { status: 'lost'; how: string };

export interface FleetResult {
  instances: readonly MadeInstance[];
}

export interface MadeInstance {
  name: string;
  arn?: string | undefined;
  operationId?: string | undefined;
  disks: readonly { name: string }[];
}

export interface FailureDetails {
  survivors?: readonly Survivor[] | undefined;
  /** Regions that a removal could not look at. */
  unread?: readonly unknown[] | undefined;
  /** What went wrong with single instances; with the operation, where it was that which failed. */
  instances?: readonly { name: string; operationId?: string | undefined }[] | undefined;
}

export interface Survivor {
  resourceType: string;
  name: string;
  cause?: string | undefined;
}

/** An event as Temporal writes it in JSON; only scheduled activities are looked at. */
export interface HistoryEvent {
  eventId?: unknown;
  eventTime?: unknown;
  activityTaskScheduledEventAttributes?:
    | {
        activityType?: { name?: string | null } | null;
        input?: { payloads?: readonly { data?: unknown }[] | null } | null;
      }
    | null
    | undefined;
}
