import { workflowInfo } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetPlan } from '../contract/fleet-plan';
import { SCHEDULED_START } from '../contract/schedule-attributes';
import { planActivities } from './activity-options';

/** The plan of this run, by the activity that checks the request and the account. */
export async function makePlan(request: CloneFleetInput): Promise<FleetPlan> {
  const { workflowId, firstExecutionRunId, startTime, cronSchedule, typedSearchAttributes } = workflowInfo();
  // The time it was due, not the moment it began: the names of a run that is late, or filled in later, are those of its time.
  const dueAt = typedSearchAttributes.get(SCHEDULED_START) ?? startTime;
  const { planFleet } = planActivities({ activityId: 'plan', summary: 'check the request and the account' });
  return planFleet({
    fleetId: workflowId,
    ownerId: firstExecutionRunId,
    request,
    startedAt: dueAt.toISOString(),
    cronSchedule,
  });
}
