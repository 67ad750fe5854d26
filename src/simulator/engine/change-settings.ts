import { changeSpeed } from '../clock';
import type { Settings } from '../settings';
import type { Change } from '../state/change';
import type { Engine } from './engine';

/** New settings hold for what starts from now on; what is under way keeps its times. */
export function changeSettings({
  engine,
  settings,
}: {
  engine: Engine;
  settings: Partial<Settings>;
}): Settings {
  const { state } = engine;
  const atMillis = engine.catchUp();
  const changed = { ...state.settings, ...settings };
  const changes: Change[] = [{ kind: 'set-settings', settings: changed }];
  if (changed.speed !== state.clock.speed) {
    const realMillis = engine.realMillis();
    const clock = changeSpeed({ anchor: state.clock, realMillis, speed: changed.speed });
    changes.push({ kind: 'set-clock', clock });
  }
  engine.commit({ atMillis, changes, cause: 'clock' });
  engine.flush();
  return changed;
}
