import type { CloneFleetResult } from '../contract/clone-fleet-result';
import type { ClientContext } from './client-context';
import { resultOf } from './read-outcome';
import { watchFleet, type WatchFleetInput } from './watch-fleet';

/**
 * Waits for the end of a run, through interruptions as `watchFleet` does.
 *
 * Throws FleetFailedError (by its `type`), FleetCancelledError, FleetNotFoundError; when `signal` is aborted, its
 * reason.
 */
export async function getResult(context: ClientContext, input: WatchFleetInput): Promise<CloneFleetResult> {
  for await (const event of watchFleet(context, input)) {
    if (event.kind === 'ended') return resultOf(event.outcome, input);
  }
  throw input.signal?.reason;
}
