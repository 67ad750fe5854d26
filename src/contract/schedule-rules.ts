import type { Problem } from './failures';
import { show } from './problems';

type Loose = Partial<Record<string, unknown>>;

/** Contradictions between the members of a schedule, looked for even where other rules are broken. */
export function findScheduleConflicts(given: Loose): Problem[] {
  return [...findTimeConflicts(given), ...findPauseConflict(given)];
}

/** Temporal does not follow runs that overlap by this policy, so nothing of theirs would ever pause the schedule. */
function findPauseConflict({ overlap, pauseOnFailure }: Loose): Problem[] {
  if (overlap !== 'allow-all' || pauseOnFailure === false) return [];
  const message =
    'expected false beside overlap allow-all: a run that fails does not pause the schedule then';
  return [{ path: 'pauseOnFailure', message }];
}

function findTimeConflicts({ cron, calendars, startAt, endAt }: Loose): Problem[] {
  const count = (list: unknown) => (Array.isArray(list) ? list.length : list === undefined ? 0 : 1);
  const problems: Problem[] = [];
  if (count(cron) + count(calendars) === 0)
    problems.push({
      path: 'cron',
      message: 'required: expected a cron expression, or calendars, got neither',
    });
  if (typeof startAt === 'string' && typeof endAt === 'string' && Date.parse(endAt) <= Date.parse(startAt))
    problems.push({ path: 'endAt', message: `expected a time after startAt, got ${show(endAt)}` });
  return problems;
}
