import type { FleetOwnership } from './fleet-account';
import type { Ownership } from './tags';

/** What a rotation says to its activities; recorded in history, as in activities.ts. */

export interface FindGenerationsInput extends FleetOwnership {
  region: string;
  group: string;
  /** Instances of the new fleet that are ready: it is looked at until they are seen to run. */
  expected: number;
  keepLast: number;
  /** What the new fleet was cloned from. */
  source: string;
  shareGroup: boolean;
  /** Owners whose fleets were deleted: it is looked until none of them is seen. */
  gone?: string[] | undefined;
}

/** The verdict itself is recorded, not what it was made of: a worker that judges otherwise replays it all the same. */
export interface FindGenerationsResult {
  /** To be deleted, oldest first; 100 at most. */
  due: Ownership[];
  dueCount: number;
  /** Older ones that stay, newest first; 100 at most. */
  kept: Ownership[];
  /** Of the group by its tag, and not touched: why; 100 at most. */
  alone: (Ownership & { cause: string })[];
  aloneCount: number;
  /** Why nothing may be deleted now; the lists are empty then. */
  problem?: string | undefined;
  /** Those of `gone` that are still seen. Empty where the new fleet was not seen whole, as nothing is proven then. */
  stillSeen: string[];
}

export interface PauseScheduleInput {
  scheduleId: string;
  note: string;
  /** Nothing but a cancellation kept the rotation from its end: where the schedule cancels what overlaps, it goes on. */
  cancelled?: true;
}
export interface PauseScheduleResult {
  /** False: it is not to pause on failure, is paused already, or is not there any more. */
  paused: boolean;
}

export interface LeaveGroupInput extends FleetOwnership {
  region: string;
  instanceNames: string[];
}
export interface LeaveGroupResult {
  /** Those that still carry the tag of their group, and why. */
  tagged: { name: string; cause: string }[];
}

export interface RotationActivities {
  findGenerations: (input: FindGenerationsInput) => Promise<FindGenerationsResult>;
  leaveGroup: (input: LeaveGroupInput) => Promise<LeaveGroupResult>;
  pauseSchedule: (input: PauseScheduleInput) => Promise<PauseScheduleResult>;
}
