import type { BatchHeartbeat } from '../contract/batch-heartbeat';
import type { FleetProgress, InstanceProgress } from '../contract/fleet-progress';
import { INSTANCE_STATES, type InstanceState } from '../contract/fleet-states';

/** A heartbeat of an activity that waits for a batch: `await/…` for operations, `ready/…` for usability. */
export interface ActivityHeartbeat extends BatchHeartbeat {
  activityId: string;
}

/**
 * The order in which an instance gets on. A heartbeat moves it only forwards: the query may know of a step that the
 * heartbeat, read a moment earlier, does not.
 */
const FORWARD: readonly InstanceState[] = ['planned', 'creating', 'waiting', 'starting', 'ready'];

/**
 * Progress as the query tells it, brought up to date by heartbeats: the workflow hears of a batch only when its
 * activity ends.
 */
export function mergeHeartbeats(
  progress: FleetProgress,
  heartbeats: readonly ActivityHeartbeat[],
): FleetProgress {
  const seen = new Map(heartbeats.flatMap(statesOf));
  if (seen.size === 0) return progress;
  const instances = progress.instances.map((instance) => advance(instance, seen.get(instance.name)));
  const counts = Object.fromEntries(
    INSTANCE_STATES.map(
      (state) => [state, instances.filter((instance) => instance.state === state).length] as const,
    ).filter(([, count]) => count > 0),
  );
  return { ...progress, instances, counts };
}

function statesOf({ activityId, waiting, done, failed }: ActivityHeartbeat): [string, InstanceState][] {
  const ready = activityId.startsWith('ready/');
  if (!ready && !activityId.startsWith('await/')) return [];
  const as = (names: string[], state: InstanceState) =>
    names.map((name) => [name, state] as [string, InstanceState]);
  return [
    ...as(waiting, ready ? 'starting' : 'waiting'),
    ...as(done, ready ? 'ready' : 'starting'),
    ...as(failed, 'failed'),
  ];
}

function advance(instance: InstanceProgress, state: InstanceState | undefined): InstanceProgress {
  const from = FORWARD.indexOf(instance.state);
  if (state === undefined || from === -1) return instance;
  if (state !== 'failed' && FORWARD.indexOf(state) <= from) return instance;
  return { ...instance, state };
}
