import type { InstanceProgress } from '../contract/fleet-progress';

export interface NoteTimesInput {
  name: string;
  before: InstanceProgress | undefined;
  change: Partial<InstanceProgress>;
  /** The workflow's clock, ISO 8601. */
  at: string;
}

/** The change, with when it came: for the timeline of a fleet. None of it is a command, so histories stay as they are. */
export function noteTimes({ name, before: known, change, at }: NoteTimesInput): InstanceProgress {
  const before = known ?? { name, state: 'planned' as const };
  const after = { ...before, ...change };
  if (change.state === undefined || change.state === before.state) return after;
  switch (change.state) {
    case 'creating':
      return { ...after, ...FORGET_TIMES, ...earlierOf(before) };
    case 'starting':
      return { ...after, startingAt: at };
    case 'failed':
      return { ...after, failedAt: at };
    case 'removing':
      return { ...after, removingAt: at };
    case 'removed':
      // What was never asked for was not removed either.
      return before.requestedAt === undefined ? after : { ...after, removedAt: before.removedAt ?? at };
    case 'left-behind':
      return { ...after, removedAt: undefined };
    case 'planned':
    case 'waiting':
    case 'ready':
      return after;
  }
}

const FORGET_TIMES = {
  startingAt: undefined,
  readyAt: undefined,
  failedAt: undefined,
  removingAt: undefined,
  removedAt: undefined,
};

/** Of a fleet of 1,000 that is made again for hours, a query's answer has to fit into a payload. */
const MOST_EARLIER = 3;

/** What became of the one that failed and is made again now. */
function earlierOf({ earlier = [], earlierCount, requestedAt, operation, ...times }: InstanceProgress) {
  if (requestedAt === undefined) return {};
  const { failedAt, removingAt, removedAt } = times;
  const operationEndedAt = operation?.statusChangedAt;
  const last = { requestedAt, operationEndedAt, failedAt, removingAt, removedAt };
  return {
    earlier: [...earlier, last].slice(-MOST_EARLIER),
    earlierCount: (earlierCount ?? earlier.length) + 1,
  };
}
