import type { Problem } from './failures';
import { FLEET_ID_RULE, isFleetId } from './fleet-id';
import { FLEET_STATES, type FleetState } from './fleet-states';
import { toIsoTime } from './iso-time';
import { REGION_PATTERN, REGION_RULE } from './region';

/** A listing is for people; a report over thousands of runs is the visibility store's own business. */
export const MAX_LIST_LIMIT = 10_000;

/** Names of AWS end at 255 characters, a group at 128. */
const MAX_VALUE_LENGTH = 255;

/** Run ids are UUIDs. */
const RUN_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Which fleets a listing holds; what is left out does not choose. Everything is compared as it is written. */
export interface FleetFilter {
  /** In one of these states. Fleets that were deleted since are then left out, so a page may hold fewer than `limit`. */
  state?: FleetState | readonly FleetState[] | undefined;
  region?: string | undefined;
  /** Snapshot, or instance whose automatic snapshot was cloned. */
  source?: string | undefined;
  group?: string | undefined;
  /** Fleets whose id begins so: those of a schedule, as a rule, or of a source. */
  fleetIdPrefix?: string | undefined;
  /** Run id: the one run of it. */
  ownerId?: string | undefined;
  /** Started then or later, ISO 8601; without a zone it is UTC. */
  since?: string | undefined;
  /** Started earlier, ISO 8601. */
  until?: string | undefined;
  /** True: only runs that go on. */
  running?: boolean | undefined;
}

export function statesOf({ state }: FleetFilter): readonly FleetState[] {
  if (state === undefined) return [];
  return typeof state === 'string' ? [state] : state;
}

/** What is wrong with a filter. A value that no fleet can have is refused: an empty list would look like an answer. */
export function problemsOfFilter(filter: FleetFilter): Problem[] {
  const { region, source, group, fleetIdPrefix, ownerId, since, until } = filter;
  const check = (path: string, value: string | undefined, ok: (text: string) => boolean, rule: string) =>
    value === undefined || ok(value) ? [] : [{ path, message: `${rule}, got ${JSON.stringify(value)}` }];
  const isValue = (text: string) => text.length > 0 && text.length <= MAX_VALUE_LENGTH;
  const isTime = (text: string) => toIsoTime(text) !== undefined;
  const length = `expected 1 to ${String(MAX_VALUE_LENGTH)} characters`;
  const states = `expected one of ${FLEET_STATES.join(', ')}`;
  return [
    ...statesOf(filter).flatMap((one) =>
      check('state', one, (text) => FLEET_STATES.includes(text as never), states),
    ),
    ...check('region', region, (text) => REGION_PATTERN.test(text), REGION_RULE),
    ...check('source', source, isValue, length),
    ...check('group', group, isValue, length),
    ...check('fleetIdPrefix', fleetIdPrefix, isFleetId, FLEET_ID_RULE),
    ...check(
      'ownerId',
      ownerId,
      (text) => RUN_ID.test(text),
      'expected a run id, such as 0192f1c4-7a2b-7def-8000-1f2e3d4c5b6a',
    ),
    ...check('since', since, isTime, 'expected a time in ISO 8601'),
    ...check('until', until, isTime, 'expected a time in ISO 8601'),
  ];
}
