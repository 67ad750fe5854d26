/**
 * What the auditor looks at, and all that it looks at: types of its own, as it may share nothing with the product
 * that it judges.
 */
export interface Evidence {
  /** Every row of the simulator's ledger since the world started. */
  ledger: readonly LedgerRow[];
  runs: readonly AuditedRun[];
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
  };
  /** The seq of the call, or `clock`. */
  cause: number | 'clock';
}

/** One run of a workflow that makes or removes a fleet. */
export interface AuditedRun {
  fleetId: string;
  /** Run id of the first execution. */
  ownerId: string;
  /** As it was sent. */
  request: { instanceNames?: readonly string[] | undefined; fleet?: AskedFleet | undefined };
  outcome: Outcome;
  history: readonly HistoryEvent[];
  /** Other owners whose resources this run was told to delete. */
  removesFor?: readonly string[];
}

export interface AskedFleet {
  count?: number | undefined;
  minReady?: number | undefined;
  onFailure?: string | undefined;
  waitFor?: unknown;
}

export type Outcome =
  | { status: 'ready'; result: { instances: readonly MadeInstance[] } }
  | { status: 'cancelled' }
  | { status: 'failed'; type: string; message: string; details: FailureDetails | undefined }
  /** Terminated, timed out, still running: no run may end like that. */
  | { status: 'lost'; how: string };

export interface MadeInstance {
  name: string;
  arn?: string | undefined;
  operationId?: string | undefined;
  disks: readonly { name: string }[];
}

export interface FailureDetails {
  survivors?: readonly Survivor[] | undefined;
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
