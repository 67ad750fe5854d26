import type { FleetView } from '../../client';
import { printable } from './printable';

/** A fleet has many batches, and as a rule they all meet the same. */
const TOLD = 3;

/** Why a run does not get on: what its activities met and try again. */
export function retryLines(retries: FleetView['retries'] = []): string[] {
  const told = retries
    .slice(0, TOLD)
    .map(({ activityId, attempt, message }) =>
      printable(`${activityId} is tried again (attempt ${String(attempt)}): ${message}`),
    );
  const rest = retries.length - told.length;
  return rest > 0 ? [...told, `and ${String(rest)} more are tried again`] : told;
}
