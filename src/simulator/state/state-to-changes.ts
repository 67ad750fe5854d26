import { RESOURCE_TYPES } from './resources';
import type { Change } from './change';
import type { RegionState, SimulatorState } from './simulator-state';

/** The shortest list of changes that makes this state from an empty one: what a compacted journal starts with. */
export function* stateToChanges(state: SimulatorState): Generator<Change> {
  yield { kind: 'start-world', seed: state.seed, world: state.world, clock: state.clock };
  yield { kind: 'set-settings', settings: state.settings };
  yield { kind: 'set-faults', faults: state.faults };
  for (const [name, region] of state.regions) yield* regionToChanges(name, region);
  for (const due of state.due.all()) yield { kind: 'schedule', due };
  yield { kind: 'count', counters: state.counters };
}

function* regionToChanges(name: string, region: RegionState): Generator<Change> {
  for (const type of RESOURCE_TYPES) {
    for (const resource of region.tables[type].all()) yield { kind: 'put', resource };
  }
  for (const hidden of region.hidden.values()) yield { kind: 'hide', hidden };
  for (const operation of region.operations) yield { kind: 'put-operation', operation };
  // After the puts, which count generations themselves.
  for (const [instance, generation] of region.generations) {
    yield { kind: 'set-generation', region: name, name: instance, generation };
  }
}
