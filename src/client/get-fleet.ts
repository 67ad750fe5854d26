import type { ClientContext } from './client-context';
import type { FleetView } from './fleet-view';
import type { FleetIdInput } from './get-progress';
import { observeFleet } from './observe-fleet';

/**
 * All that is known of a fleet now, running or ended. Answers without a worker, too, then with less.
 *
 * Throws FleetNotFoundError, TemporalCallError.
 */
export async function getFleet(context: ClientContext, { fleetId }: FleetIdInput): Promise<FleetView> {
  const { view } = await observeFleet(context, { fleetId });
  return view;
}
