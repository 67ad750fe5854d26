/** Where a run is. The search attribute `FleetState` carries it. */
export const FLEET_STATES = [
  'planning',
  'creating',
  'waiting',
  'ready',
  'rolling-back',
  'rolled-back',
  'rollback-incomplete',
] as const;
export type FleetState = (typeof FLEET_STATES)[number];

/**
 * Where one instance is: `planned` (not asked for yet), `creating` (the create call is out), `waiting` (its
 * operation runs), `starting` (operation succeeded, not usable yet), `ready`, `failed`, `removing`,
 * `removed`, `left-behind` (undo could not remove it).
 */
export const INSTANCE_STATES = [
  'planned',
  'creating',
  'waiting',
  'starting',
  'ready',
  'failed',
  'removing',
  'removed',
  'left-behind',
] as const;
export type InstanceState = (typeof INSTANCE_STATES)[number];

/** What needs a person's eye first, where not every instance can be shown. */
const URGENCY: readonly InstanceState[] = [
  'left-behind',
  'failed',
  'removing',
  'creating',
  'waiting',
  'starting',
  'planned',
  'ready',
  'removed',
];

/** The most urgent first; equals stay in their order. */
export function byUrgency<Instance extends { state: InstanceState }>(
  instances: readonly Instance[],
): Instance[] {
  return [...instances].sort((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state));
}
