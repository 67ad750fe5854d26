import { RESOURCE_TYPES } from '../state/resources';
import type { SimulatorState } from '../state/simulator-state';

/** Every resource with what was asked for and what is, for `GET state`. */
export function describeState({ state, nowMillis }: { state: SimulatorState; nowMillis: number }): object {
  const resources: object[] = [];
  for (const region of state.regions.values()) {
    for (const type of RESOURCE_TYPES) {
      for (const { resourceType, name, ...resource } of region.tables[type].all()) {
        resources.push({ resourceType, resourceName: name, ...resource });
      }
    }
    for (const { instance } of region.hidden.values()) {
      const { resourceType, name, ...resource } = instance;
      resources.push({ resourceType, resourceName: name, ...resource, current: { state: 'not-visible' } });
    }
  }
  const underWay = [...state.regions.values()].flatMap(({ operations }) =>
    operations.filter(({ status }) => status === 'Started'),
  );
  return {
    now: new Date(nowMillis).toISOString(),
    seed: state.seed,
    settings: state.settings,
    resources,
    underWay,
  };
}
