/** Where virtual time was at one moment of real time, and how fast it has run since. */
export interface ClockAnchor {
  virtualMillis: number;
  realMillis: number;
  /** Virtual seconds per real second; 0 = stands still, and moves only by `POST advance`. */
  speed: number;
}

/** `setTimeout` takes a signed 32-bit number of milliseconds; a later wake-up is simply asked for again. */
const LONGEST_TIMER_MILLIS = 2 ** 31 - 1;

/**
 * Virtual time. It runs on while the simulator is down, as AWS's does: an operation that was to end in a minute
 * has ended when the simulator is started again an hour later.
 */
export function virtualNow({ anchor, realMillis }: { anchor: ClockAnchor; realMillis: number }): number {
  const elapsed = Math.max(0, realMillis - anchor.realMillis);
  return Math.floor(anchor.virtualMillis + elapsed * anchor.speed);
}

/** The anchor for a new speed from now on, so that the clock neither jumps nor runs backwards. */
export function changeSpeed(input: { anchor: ClockAnchor; realMillis: number; speed: number }): ClockAnchor {
  return { virtualMillis: virtualNow(input), realMillis: input.realMillis, speed: input.speed };
}

/** Real milliseconds until the virtual clock shows `dueMillis`; undefined while it stands still. */
export function realDelay(input: {
  anchor: ClockAnchor;
  realMillis: number;
  dueMillis: number;
}): number | undefined {
  if (input.anchor.speed === 0) return undefined;
  const delay = (input.dueMillis - virtualNow(input)) / input.anchor.speed;
  return Math.min(LONGEST_TIMER_MILLIS, Math.max(0, Math.ceil(delay)));
}
