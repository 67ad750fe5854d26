import type { FaultRule } from '../../support/simulator-control';

/**
 * Everything that one world has in store for its fleets: plain JSON, made from a seed alone, or written by hand. With
 * the seed it decides whatever the simulator does; the order in which processes run is theirs.
 */
export interface CampaignPlan {
  /** Of all that the simulator and its fault plan draw by chance. */
  seed: number;
  /** Over the simulator's defaults; `speed` among them. */
  settings: Record<string, unknown> & { speed: number };
  /** Instances of strangers that are there before anything starts. */
  strangers: string[];
  fleets: PlannedFleet[];
  faults: PlannedFault[];
  events: PlannedEvent[];
}

export interface PlannedFleet {
  /** A CloneFleetInput as it is sent. A port of 0 in `waitFor` stands for one that answers. */
  request: FleetRequest;
}

export interface FleetRequest {
  instanceNames?: string[];
  fleet?: {
    nameTemplate?: string;
    count?: number;
    batchSize?: number;
    waitFor?: 'operation' | 'running' | { port: number };
    [member: string]: unknown;
  };
  [member: string]: unknown;
}

export type PlannedFault = FaultRule & { done?: boolean; answer?: 'lost' | 'given' };

export interface PlannedEvent {
  when: Trigger;
  what: Happening;
}

export type Trigger = CallTrigger | EndTrigger;

/** At one call of a worker: exactly then, as the call is held until it has happened. */
export interface CallTrigger {
  /** Absent: any call. Calls of strangers do not count. */
  action?: string;
  /** Counted from 1 since the world started. */
  nth: number;
  /** Before it is carried out, or after and before it is answered. */
  phase: 'received' | 'recorded';
}

/** As soon as this fleet has ended, while others may go on. */
export interface EndTrigger {
  ended: number;
}

export type Happening =
  /** kill -9 of the worker; another one starts at once. `drop`: the call never reaches AWS (phase `received` only). */
  | { kind: 'kill'; drop?: boolean }
  /** SIGTERM of the worker; another one starts at once. */
  | { kind: 'drain' }
  /** SIGSTOP of the worker, and SIGCONT after so many real seconds. */
  | { kind: 'freeze'; seconds: number }
  | { kind: 'cancel'; fleet: number }
  /** The fleet is started by this and not at the beginning; at the latest when all others have ended. */
  | { kind: 'start'; fleet: number }
  /** Somebody else makes instances of these names. `fleetTag`: under the fleet's own id, but not its owner id. */
  | { kind: 'intrude'; names: string[]; fleetTag?: number }
  /** A person deletes this instance in the console, takes its owner tag off, or attaches a disk of theirs to it. */
  | { kind: 'hand'; does: 'delete' | 'untag' | 'attach'; name: string }
  | PlannedRemoval
  /** The call, or its answer, waits for so many real seconds. */
  | { kind: 'hold'; seconds: number }
  /** kill -9 of the Temporal server, and a new one on its file. Every lane of the ground feels it. */
  | { kind: 'restart-temporal' };

/** What an operator runs; it goes on beside whatever else happens, and the world does not end before it has. */
export type PlannedRemoval =
  /** `deleteFleet`, by the id of the fleet or that of its run. `again`: once more, when it has ended. */
  | { kind: 'delete'; fleet: number; by: 'fleet' | 'owner' | 'both'; disks?: false; again?: true }
  /** `sweepFleets`, of any age unless told otherwise. */
  | { kind: 'sweep'; reportOnly?: true; minimumAgeHours?: number };

/** The names that a fleet asks for; undefined members of a template that this cannot expand give none. */
export function namesOfFleet({ instanceNames, fleet }: FleetRequest): string[] {
  if (instanceNames !== undefined) return instanceNames;
  const { nameTemplate = '', count = 0 } = fleet ?? {};
  return Array.from({ length: count }, (_, index) =>
    nameTemplate.replace(/\{index(?::0(\d))?\}/, (_match, width: string | undefined) =>
      String(index + 1).padStart(Number(width ?? 0), '0'),
    ),
  );
}
