import { workflowInfo } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetPlan } from '../contract/fleet-plan';
import { planActivities } from './activity-options';

/** The plan of this run, by the activity that checks the request and the account. */
export async function makePlan(request: CloneFleetInput): Promise<FleetPlan> {
  const { workflowId, firstExecutionRunId, startTime, cronSchedule } = workflowInfo();
  const { planFleet } = planActivities({ activityId: 'plan', summary: 'check the request and the account' });
  return planFleet({
    fleetId: workflowId,
    ownerId: firstExecutionRunId,
    request,
    startedAt: startTime.toISOString(),
    cronSchedule,
  });
}
