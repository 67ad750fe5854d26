import type { WorkflowExecutionStatusName } from '@temporalio/client';

/** True for a run that has not ended: one that is paused goes on when somebody lets it. */
export function isOpen(status: WorkflowExecutionStatusName): boolean {
  return status === 'RUNNING' || status === 'PAUSED';
}
