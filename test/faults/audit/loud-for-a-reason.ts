import type { WorldStory } from './world-story';

/** Errors after which nobody can go on removing; all others pass, and `rollbackMinutes` is longer than they last. */
const FINAL_ERRORS = new Set([
  'AccessDeniedException',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'ExpiredTokenException',
]);

/** The exception stays one: who gives up removing was refused by AWS for good, and not merely unlucky. */
export function loudForAReason({ evidence }: WorldStory): string[] {
  const refused = evidence.ledger.some(
    (row) => row.kind === 'call' && row.errorType !== null && FINAL_ERRORS.has(row.errorType),
  );
  if (refused) return [];
  const removals = evidence.removals.flatMap(({ workflowId, outcome }) => {
    const isRefusal = outcome.status === 'failed' && outcome.type === 'InvalidRequest';
    if (outcome.status === 'failed' && !isRefusal)
      return [
        `${workflowId} failed with ${outcome.type}, though no call was refused for good: ${outcome.message}`,
      ];
    const left = outcome.status === 'ready' ? outcome.result.survivors : [];
    return left.map(
      ({ name, cause = '' }) => `${workflowId} left ${name}, though no call was refused for good: ${cause}`,
    );
  });
  const runs = evidence.runs.flatMap(({ fleetId, outcome }) => {
    if (outcome.status !== 'failed' || outcome.type !== 'RollbackIncomplete') return [];
    return [
      `fleet ${fleetId} failed with RollbackIncomplete, though no call was refused for good: ${outcome.message}`,
    ];
  });
  return [...runs, ...removals];
}
