import { setTimeout as delay } from 'node:timers/promises';
import type { ClientContext } from './client-context';
import { FleetNotFoundError } from './client-errors';
import type { FleetOutcome, FleetView } from './fleet-view';
import { observeFleet, type Observation } from './observe-fleet';
import { OUTAGE_LIMIT_SECONDS, trackOutage } from './track-outage';

/** A change is to be seen at most 1.5 s after the workflow knows it: one look a second leaves room for the answer. */
const LOOK_EVERY_MILLIS = 1000;

/** A clone of progress, an interruption of it, and exactly one `ended` as the last. Times are ISO 8601. */
export type FleetEvent =
  | { kind: 'progress'; at: string; view: FleetView }
  | { kind: 'interrupted'; at: string; message: string }
  | { kind: 'resumed'; at: string }
  | { kind: 'ended'; at: string; view: FleetView; outcome: FleetOutcome };

export interface WatchFleetInput {
  fleetId: string;
  /** Ends the watching, quietly. The fleet goes on. */
  signal?: AbortSignal | undefined;
  lookEveryMillis?: number | undefined;
  /** How long the server may be out of reach in one go. */
  outageLimitSeconds?: number | undefined;
}

/**
 * Follows a run to its end. Survives restarts of worker and server; what happens meanwhile comes as `interrupted`
 * and `resumed`. Throws FleetNotFoundError, or the server's own error when it stays away longer than the limit.
 */
export async function* watchFleet(
  context: ClientContext,
  input: WatchFleetInput,
): AsyncGenerator<FleetEvent, void> {
  const { fleetId, signal, lookEveryMillis = LOOK_EVERY_MILLIS } = input;
  const outage = trackOutage(input.outageLimitSeconds ?? OUTAGE_LIMIT_SECONDS);
  let previous: Observation | undefined;
  let shown: string | undefined;
  while (signal?.aborted !== true) {
    let pauseMillis = lookEveryMillis;
    try {
      previous = await observeFleet(context, { fleetId, previous, signal });
      if (outage.end()) yield { kind: 'resumed', at: now() };
      const { view } = previous;
      if (view.outcome !== undefined) {
        yield { kind: 'ended', at: now(), view, outcome: view.outcome };
        return;
      }
      const face = JSON.stringify(view);
      if (face !== shown) yield { kind: 'progress', at: now(), view };
      shown = face;
    } catch (error) {
      if (isAborted(signal)) return;
      if (error instanceof FleetNotFoundError) throw error;
      const { first, pause } = outage.note(error);
      if (first)
        yield {
          kind: 'interrupted',
          at: now(),
          message: error instanceof Error ? error.message : String(error),
        };
      pauseMillis = pause;
    }
    await delay(pauseMillis, undefined, { signal }).catch(() => undefined);
  }
}

/** Behind a function, as the signal changes while the compiler believes the loop's condition. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function now(): string {
  return new Date().toISOString();
}
