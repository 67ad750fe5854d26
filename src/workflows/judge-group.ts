import type { SweepScope } from '../contract/owned-activities';
import type { FleetGroup, SweptGroup } from '../contract/sweep-fleets-result';

/** What was made later is too young for a sweep; undefined where any age will do. */
export function madeBeforeOf({ minimumAgeHours }: SweepScope, nowMillis: number): string | undefined {
  if (minimumAgeHours === 0) return undefined;
  return new Date(nowMillis - minimumAgeHours * 3_600_000).toISOString();
}

export interface JudgeGroupInput {
  group: FleetGroup;
  scope: Pick<SweepScope, 'includeExpired'>;
  /** ISO 8601. A group with anything younger stays whole. */
  madeBefore: string | undefined;
}

/** Whether a sweep deletes a group (`reported`), or why not. */
export function judgeGroup({ group, scope, madeBefore }: JudgeGroupInput): SweptGroup['action'] {
  if (group.state === 'running' || group.state === 'standing') return 'none';
  if (group.state === 'expired' && !scope.includeExpired) return 'needs-include-expired';
  if (madeBefore === undefined) return 'reported';
  return group.newestAt === undefined || group.newestAt >= madeBefore ? 'too-young' : 'reported';
}
