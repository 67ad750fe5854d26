import type { FleetOutcome } from '../../client';

/** How a run says that it ended, for the table; the ledger's word is beside it. */
export function describeOutcome(outcome: FleetOutcome): string {
  switch (outcome.kind) {
    case 'ready':
      return `ready, ${String(outcome.result.instances.length)} instances`;
    case 'cancelled':
      return 'cancelled, rolled back';
    case 'failed':
      return outcome.failure.type === 'RollbackIncomplete'
        ? 'failed, rollback incomplete'
        : `failed, rolled back: ${outcome.failure.type}`;
  }
}
