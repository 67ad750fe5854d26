import type { WorldStory } from './world-story';

/**
 * A fleet that fails for an operation that did not fail has undone what was good: the bulk listing lags, say. One that
 * stands with an instance whose operation failed is not whole, also where nobody waits for it to run.
 */
export function failedAsTold({ evidence }: WorldStory): string[] {
  const failed = new Set(
    evidence.ledger.flatMap((row) =>
      row.kind === 'change' && row.resourceType === 'Operation' && row.to === 'Failed'
        ? row.resourceName
        : [],
    ),
  );
  return evidence.runs.flatMap(({ fleetId, outcome }) => {
    if (outcome.status === 'ready')
      return outcome.result.instances
        .filter(({ operationId }) => failed.has(operationId ?? ''))
        .map(({ name }) => `fleet ${fleetId} is ready with ${name}, whose operation failed`);
    const problems = outcome.status === 'failed' ? (outcome.details?.instances ?? []) : [];
    return problems.flatMap(({ name, operationId }) =>
      operationId === undefined || failed.has(operationId)
        ? []
        : [`fleet ${fleetId} failed as the operation of ${name} had failed, and that operation has not`],
    );
  });
}
