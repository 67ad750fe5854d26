import { workflowInfo } from '@temporalio/workflow';
import { WORKFLOW_TYPES } from '../contract/names';
import { outcomeFailure } from './outcome-failure';

/**
 * What runs for a workflow type that is not there. Without it the SDK fails the workflow task for ever while the run
 * shows Running.
 */
export async function unknownType(): Promise<never> {
  const { workflowId, workflowType } = workflowInfo();
  const known = Object.values(WORKFLOW_TYPES).join(', ');
  const message = `workflow type: expected one of ${known}, got ${JSON.stringify(workflowType.slice(0, 100))}. Nothing was made`;
  const details = { fleetId: workflowId, problems: [{ path: 'workflowType', message }] };
  throw outcomeFailure({ type: 'InvalidRequest', message, details });
}
