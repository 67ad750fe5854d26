import type { WorldStory } from './world-story';

/** Errors after which nobody can go on removing; all others pass, and `rollbackMinutes` is longer than they last. */
const FINAL_ERRORS = new Set([
  'AccessDeniedException',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'ExpiredTokenException',
]);

/** The exception stays one: a run that gives up removing was refused by AWS for good, not merely unlucky. */
export function loudForAReason({ evidence }: WorldStory): string[] {
  const refused = evidence.ledger.some(
    (row) => row.kind === 'call' && row.errorType !== null && FINAL_ERRORS.has(row.errorType),
  );
  if (refused) return [];
  return evidence.runs.flatMap(({ fleetId, outcome }) => {
    if (outcome.status !== 'failed' || outcome.type !== 'RollbackIncomplete') return [];
    return [
      `fleet ${fleetId} failed with RollbackIncomplete, though no call was refused for good: ${outcome.message}`,
    ];
  });
}
