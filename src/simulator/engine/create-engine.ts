import { Ledger } from '../ledger/ledger';
import { defaultSettings } from '../settings';
import type { SimulatorOptions } from '../simulator-options';
import { emptyState } from '../state/simulator-state';
import { Store } from '../store/store';
import { defaultWorld } from '../world/default-world';
import { changeSettings } from './change-settings';
import { Engine } from './engine';
import { startWorld } from './start-world';

const DEFAULT_SEED = 1;

/** State, ledger and store as the state file left them, or a new world. */
export function createEngine(options: Pick<SimulatorOptions, 'stateFile' | 'speed' | 'seed'>): {
  engine: Engine;
  store: Store;
} {
  const state = emptyState();
  const ledger = new Ledger();
  const { store, fresh } = Store.open({ path: options.stateFile, state, ledger });
  // `performance` does not jump when somebody sets the machine's clock; its origin ties it to the calendar.
  const realNow = (): number => performance.timeOrigin + performance.now();
  const startSettings = {
    ...defaultSettings(),
    ...(options.speed === undefined ? {} : { speed: options.speed }),
  };
  // A state file of an older version lacks the settings that came since.
  state.settings = { ...defaultSettings(), ...state.settings };
  const engine = new Engine({ state, ledger, store, realNow, startSettings });
  if (fresh) {
    state.settings = startSettings;
    startWorld({ engine, world: defaultWorld(), seed: options.seed ?? DEFAULT_SEED });
  } else if (options.speed !== undefined && options.speed !== state.settings.speed) {
    changeSettings({ engine, settings: { speed: options.speed } });
  }
  return { engine, store };
}
