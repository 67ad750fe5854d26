/** What became of the run that an owner id names. `not-found`: Temporal does not know it, or not any more. */
export type RunState =
  'running' | 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timed-out' | 'not-found';

/** What a sweep calls the resources of one owner, by what became of its run. */
export const GROUP_STATES = ['running', 'standing', 'survivor', 'terminated', 'expired'] as const;
export type GroupState = (typeof GROUP_STATES)[number];

const GROUP_STATE_OF_RUN: Readonly<Record<RunState, GroupState>> = {
  running: 'running',
  completed: 'standing',
  failed: 'survivor',
  cancelled: 'survivor',
  terminated: 'terminated',
  'timed-out': 'terminated',
  'not-found': 'expired',
};

export function groupStateOf(run: RunState): GroupState {
  return GROUP_STATE_OF_RUN[run];
}
