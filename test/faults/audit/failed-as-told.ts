import type { WorldStory } from './world-story';

/** A fleet that fails for an operation that did not fail has undone what was good: the bulk listing lags, say. */
export function failedAsTold({ evidence }: WorldStory): string[] {
  const failed = new Set(
    evidence.ledger.flatMap((row) =>
      row.kind === 'change' && row.resourceType === 'Operation' && row.to === 'Failed'
        ? row.resourceName
        : [],
    ),
  );
  return evidence.runs.flatMap(({ fleetId, outcome }) => {
    const problems = outcome.status === 'failed' ? (outcome.details?.instances ?? []) : [];
    return problems.flatMap(({ name, operationId }) =>
      operationId === undefined || failed.has(operationId)
        ? []
        : [`fleet ${fleetId} failed as the operation of ${name} had failed, and that operation has not`],
    );
  });
}
