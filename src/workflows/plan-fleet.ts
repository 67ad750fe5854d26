import { ApplicationFailure, isCancellation, workflowInfo } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetPlan } from '../contract/fleet-plan';
import { causeOf } from './fleet-failure';
import { makePlan } from './make-plan';

/** What a clone of this request would make and cost, without a write. Fails as `cloneFleet`'s plan does. */
export async function planFleet(input: CloneFleetInput): Promise<FleetPlan> {
  try {
    return await makePlan(input);
  } catch (error) {
    if (isCancellation(error)) throw error;
    const { workflowId } = workflowInfo();
    const { type, message, details } = causeOf(error, { fleetId: workflowId, cancelled: false });
    throw ApplicationFailure.create({ type, message, nonRetryable: true, details: [details] });
  }
}
