import type { FleetDeletion } from '../../client';
import { formatCount } from './format-values';

/** What of it is still billed belongs to it. */
export function deletedText({ disksLeft }: Pick<FleetDeletion, 'disksLeft'>): string {
  return disksLeft === undefined ? 'deleted' : `deleted, ${formatCount(disksLeft, 'disk')} left`;
}
