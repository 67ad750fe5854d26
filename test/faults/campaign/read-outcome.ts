import { WorkflowFailedError, type WorkflowHandle } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import type { FailureDetails, Outcome } from '../audit/evidence';

/** How a run ended, as any client of Temporal hears of it. Waits for the end. */
export async function readOutcome<Result>(handle: WorkflowHandle): Promise<Outcome<Result>> {
  try {
    return { status: 'ready', result: (await handle.result()) as Result };
  } catch (error) {
    if (!(error instanceof WorkflowFailedError)) throw error;
    const { cause } = error;
    if (cause?.name === 'CancelledFailure') return { status: 'cancelled' };
    if (cause?.name !== 'ApplicationFailure') return { status: 'lost', how: cause?.message ?? error.message };
    const { type, message, details } = cause as ApplicationFailure;
    return {
      status: 'failed',
      type: type ?? '',
      message,
      details: details?.[0] as FailureDetails | undefined,
    };
  }
}
