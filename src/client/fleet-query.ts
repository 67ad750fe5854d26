import { statesOf, type FleetFilter } from '../contract/fleet-filter';
import { toIsoTime } from '../contract/iso-time';
import { WORKFLOW_TYPES } from '../contract/names';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes';
import { quoted } from './quoted';

/** The query for Temporal's visibility, in the words that its UI and `temporal workflow list --query` take. */
export function fleetQuery(filter: FleetFilter): string {
  const { region, source, group, fleetIdPrefix, ownerId, since, until, running } = filter;
  const states = statesOf(filter);
  const { state, region: regionKey, source: sourceKey, group: groupKey } = SEARCH_ATTRIBUTES;
  return [
    `WorkflowType = ${quoted(WORKFLOW_TYPES.cloneFleet)}`,
    ...(states.length === 0 ? [] : [`${state.name} IN (${states.map(quoted).join(', ')})`]),
    ...(region === undefined ? [] : [`${regionKey.name} = ${quoted(region)}`]),
    ...(source === undefined ? [] : [`${sourceKey.name} = ${quoted(source)}`]),
    ...(group === undefined ? [] : [`${groupKey.name} = ${quoted(group)}`]),
    ...(fleetIdPrefix === undefined ? [] : [`WorkflowId STARTS_WITH ${quoted(fleetIdPrefix)}`]),
    ...(ownerId === undefined ? [] : [`RunId = ${quoted(ownerId)}`]),
    ...(since === undefined ? [] : [`StartTime >= ${quoted(toIsoTime(since) ?? since)}`]),
    ...(until === undefined ? [] : [`StartTime < ${quoted(toIsoTime(until) ?? until)}`]),
    // By its status a run that is paused would be missing.
    ...(running === true ? ['CloseTime IS NULL'] : []),
  ].join(' AND ');
}
