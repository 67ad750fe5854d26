/** Nothing is created sooner, so nothing is asked sooner: measured, it saves calls at no lag. */
const FIRST_LOOK_SECONDS = 12;

/** With a low ceiling (tests, a fast simulator) the first look comes before the first interval would end. */
const FIRST_LOOK_SHARE_OF_CEILING = 0.8;

/** Sweeps are shared, so many can be watched this closely at few calls each. */
const FLOOR_SECONDS = 1;

/** A few are watched a little less closely: half a second of lag for a third of the calls. */
const EXTRA_SECONDS_FOR_FEW = 0.6;

/**
 * What was asked for just now, such as the address of an instance whose operation has ended, is expected at any
 * moment: half a second, and longer with every half second that it does not come.
 */
const SOON_SECONDS = 0.5;
const SOON_SHARE_OF_AGE = 0.5;

/** From here on the floor holds: at 1 s, operations of 25 s cost 100 instances about 0.15 calls each. */
const MANY = 100;

/** A sweep of many calls is made less often, so that one watcher asks for at most about 5 calls a second. */
const SECONDS_PER_CALL = 0.21;

/** What has taken a minute is looked at every 2.4 s, at 25 s still by the floor: the lag is in proportion. */
const SHARE_OF_AGE = 0.04;

/** Spread of the interval, always downwards: workers fall out of step, and the lag stays as promised. */
const JITTER_SHARE = 0.1;

export interface IntervalInput {
  /** How many were asked for by those who still wait. */
  watchedCount: number;
  /** Calls that one look at everything costs. */
  sweepCalls: number;
  /** How long ago the item was requested. */
  ageMillis: number;
  pollCeilingSeconds: number;
  random: () => number;
}

/** Milliseconds from one look at an item to the next. The ceiling wins over everything else. */
export function intervalMillis(input: IntervalInput): number {
  const { watchedCount, sweepCalls, ageMillis, pollCeilingSeconds, random } = input;
  const ageSeconds = ageMillis / 1000;
  const shared = FLOOR_SECONDS + EXTRA_SECONDS_FOR_FEW * Math.max(0, 1 - watchedCount / MANY);
  const seconds = Math.max(
    Math.min(shared, SOON_SECONDS + SOON_SHARE_OF_AGE * ageSeconds),
    sweepCalls * SECONDS_PER_CALL,
    ageSeconds * SHARE_OF_AGE,
  );
  return Math.min(pollCeilingSeconds, seconds) * (1 - JITTER_SHARE * random()) * 1000;
}

/** Milliseconds from the request of an item to the first look at it. */
export function firstLookMillis(pollCeilingSeconds: number): number {
  return Math.min(FIRST_LOOK_SECONDS, FIRST_LOOK_SHARE_OF_CEILING * pollCeilingSeconds) * 1000;
}
