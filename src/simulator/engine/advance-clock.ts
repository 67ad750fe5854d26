import type { Engine } from './engine';

/** Moves the virtual clock forward by hand, and lets everything happen that falls due on the way. */
export function advanceClock({ engine, seconds }: { engine: Engine; seconds: number }): number {
  const atMillis = engine.catchUp();
  const { clock } = engine.state;
  const moved = { ...clock, virtualMillis: clock.virtualMillis + seconds * 1000 };
  engine.commit({ atMillis, changes: [{ kind: 'set-clock', clock: moved }], cause: 'clock' });
  const nowMillis = engine.catchUp();
  engine.flush();
  return nowMillis;
}
