import { changeSpeed } from '../clock';
import { Draft } from '../state/draft';
import type { World } from '../world/world-schema';
import { furnishWorld } from '../world/furnish-world';
import type { Engine } from './engine';

export interface StartWorldInput {
  engine: Engine;
  world: World;
  seed: number;
}

/** Everything starts again: resources, operations, fault plan, ledger. Settings and the clock stay as they are. */
export function startWorld({ engine, world, seed }: StartWorldInput): void {
  const { state } = engine;
  const { speed } = state.settings;
  const realMillis = engine.realMillis();
  const clock =
    state.clock.realMillis === 0
      ? { virtualMillis: realMillis, realMillis, speed }
      : changeSpeed({ anchor: state.clock, realMillis, speed });
  const atMillis = Math.floor(clock.virtualMillis);
  engine.commit({ atMillis, changes: [{ kind: 'start-world', seed, world, clock }], cause: 'clock' });
  const draft = new Draft(state);
  furnishWorld({ state, draft, nowMillis: atMillis });
  const changes = draft.finish();
  engine.rateLimit.reset();
  for (const change of changes) engine.applyUnrecorded(change);
  engine.forgetLedger();
  engine.flush();
}
