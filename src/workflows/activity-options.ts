import { ActivityCancellationType, proxyActivities, type ActivityOptions } from '@temporalio/workflow';
import type { FleetActivities } from '../contract/activities';

/** A killed worker is noticed after this long; the activities beat every 3 s. */
const HEARTBEAT_TIMEOUT = '10 seconds';

/**
 * A cancelled activity is waited for: undo must not start while a create may still be out. One that does not
 * answer any more ends by its heartbeat time-out.
 */
const COMMON: ActivityOptions = {
  heartbeatTimeout: HEARTBEAT_TIMEOUT,
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};

/** Reads only: an answer within minutes, or the account is out of reach. */
const PLAN: ActivityOptions = {
  ...COMMON,
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: '10 minutes',
};

/** Longer than its own rounds of settling and backing off take. */
const CREATE: ActivityOptions = {
  ...COMMON,
  startToCloseTimeout: '20 minutes',
  scheduleToCloseTimeout: '40 minutes',
};

/** Beyond the activity's own deadline: that is its own to keep, this is the net below it. */
const MARGIN_MINUTES = 5;

/**
 * Undo gets no schedule-to-close limit, which would end it in the middle: it keeps its own deadline. The
 * attempts are bounded so that a defect in it ends in `RollbackIncomplete` and not in a run that never ends.
 */
const UNDO_ATTEMPTS = 200;

/** A look that is refused for its credentials is repeated every 10 s on average, for as long as the undo has. */
const UNDO_ATTEMPTS_A_MINUTE = 8;

export interface CallInput {
  /** Readable in the UI's Pending Activities, where no summary is shown: `create/web-001..web-025`. */
  activityId: string;
  /** One line of plain text for the timeline. */
  summary: string;
}

export function planActivities(call: CallInput): FleetActivities {
  return proxyActivities<FleetActivities>({ ...PLAN, ...call });
}

export function createActivities(call: CallInput): FleetActivities {
  return proxyActivities<FleetActivities>({ ...CREATE, ...call });
}

export function waitActivities({ minutes, ...call }: CallInput & { minutes: number }): FleetActivities {
  const limit = `${String(minutes + MARGIN_MINUTES)} minutes` as const;
  return proxyActivities<FleetActivities>({
    ...COMMON,
    startToCloseTimeout: limit,
    scheduleToCloseTimeout: limit,
    ...call,
  });
}

export function undoActivities({ minutes, ...call }: CallInput & { minutes: number }): FleetActivities {
  const startToCloseTimeout = `${String(minutes + MARGIN_MINUTES)} minutes` as const;
  const maximumAttempts = UNDO_ATTEMPTS + minutes * UNDO_ATTEMPTS_A_MINUTE;
  const retry = { ...COMMON.retry, maximumAttempts };
  return proxyActivities<FleetActivities>({ ...COMMON, startToCloseTimeout, retry, ...call });
}
