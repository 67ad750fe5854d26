import type { Calendar } from '../../contract/schedule-calendar';
import type { OverlapPolicy } from '../../contract/schedule-input';
import type { ScheduleFacts } from './schedule-options';

/** How one run came out. `replaced`: it was ready, and rotation has deleted it. `forgotten`: its history is gone. */
export type ScheduleRunOutcome =
  | 'running'
  | 'ready'
  | 'replaced'
  | 'rotation-incomplete'
  | 'failed'
  | 'cancelled'
  | 'terminated'
  | 'timed-out'
  | 'forgotten';

export interface ScheduleRun {
  fleetId: string;
  runId: string;
  /** With jitter. Times are ISO 8601. */
  dueAt: string;
  startedAt: string;
  closedAt?: string | undefined;
  outcome: ScheduleRunOutcome;
  /** Why it failed, or what its rotation left. */
  problem?: string | undefined;
  monthlyPriceUsd?: number | undefined;
}

/** When runs are due. Cron is told as it was written where the schedule was made by us; Temporal keeps calendars alone. */
export interface ScheduleTimes {
  cron?: string[] | undefined;
  calendars?: Calendar[] | undefined;
  timeZone: string;
  jitterSeconds: number;
  startAt?: string | undefined;
  endAt?: string | undefined;
}

export interface ScheduleView extends ScheduleFacts {
  scheduleId: string;
  namespace: string;
  paused: boolean;
  /** Also why it was paused. */
  note?: string | undefined;
  times: ScheduleTimes;
  overlap: OverlapPolicy | 'terminate-other';
  catchupMinutes: number;
  pauseOnFailure: boolean;
  /** Absent: no limit. */
  remainingRuns?: number | undefined;
  /** None while it is paused or has no runs left. */
  nextRuns: string[];
  /** Newest first; Temporal keeps the last ten. */
  runs: ScheduleRun[];
  taken: number;
  skippedOverlap: number;
  missedCatchup: number;
  /** Of one generation: of the last one that was ready, else as planned when the schedule was created. */
  generationMonthlyUsd?: number | undefined;
  /** What each run makes. */
  request: unknown;
  createdAt: string;
}
