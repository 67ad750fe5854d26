import { isCancellation, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetPlan } from '../contract/fleet-plan';
import { causeOf } from './fleet-failure';
import { makePlan } from './make-plan';
import { outcomeFailure } from './outcome-failure';
import { renderPlan, renderRefusal } from './plan-details';

/** What a clone of this request would make and cost, without a write. Fails as `cloneFleet`'s plan does. */
export async function planFleet(input: CloneFleetInput): Promise<FleetPlan> {
  try {
    const plan = await makePlan(input);
    setCurrentDetails(renderPlan(plan));
    return plan;
  } catch (error) {
    if (isCancellation(error)) throw error;
    const { workflowId } = workflowInfo();
    const cause = causeOf(error, { fleetId: workflowId, cancelled: false });
    setCurrentDetails(renderRefusal(cause));
    throw outcomeFailure(cause);
  }
}
