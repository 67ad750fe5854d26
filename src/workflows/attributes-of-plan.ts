import type { FleetPlan } from '../contract/fleet-plan';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes';

/** What a run is found by from the moment that its plan is accepted. */
export function attributesOfPlan({ region, source, instanceCount, group }: FleetPlan) {
  return [
    { key: SEARCH_ATTRIBUTES.region, value: region },
    { key: SEARCH_ATTRIBUTES.source, value: source.name },
    { key: SEARCH_ATTRIBUTES.size, value: instanceCount },
    ...(group === undefined ? [] : [{ key: SEARCH_ATTRIBUTES.group, value: group.name }]),
  ];
}
