import type { FleetView } from '../../client';

/** Of a run that somebody terminated, or a time limit ended: its last state says only how far it had come. */
export function endedFromOutside({
  outcome,
}: Pick<FleetView, 'outcome'>): 'terminated' | 'timed-out' | undefined {
  if (outcome?.kind !== 'failed') return undefined;
  const { type } = outcome.failure;
  if (type === 'Terminated') return 'terminated';
  return type === 'TimedOut' ? 'timed-out' : undefined;
}
