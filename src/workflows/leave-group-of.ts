import type { CloneFleetInput } from '../contract/clone-fleet-input';
import { undoActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import type { FleetRun } from './fleet-run';

export interface LeaveGroupOfInput {
  run: FleetRun;
  request: CloneFleetInput;
  /** Instances that are kept though the run failed. */
  names: string[];
  minutes: number;
}

/**
 * What is kept is no generation of its group any more: no rotation counts or deletes it. Answers why an instance still
 * carries the tag, by its name.
 */
export async function leaveGroupOf(input: LeaveGroupOfInput): Promise<Map<string, string>> {
  const { run, request, names, minutes } = input;
  const group = request.fleet?.group;
  if (group === undefined || names.length === 0) return new Map();
  const { leaveGroup } = undoActivities({
    activityId: 'keep/leave-group',
    summary: `take what is kept out of group ${group}`,
    minutes,
  });
  const { region } = run.requirePlan;
  try {
    const { tagged } = await leaveGroup({ ...run.ownership, region, instanceNames: names });
    return new Map(tagged.map(({ name, cause }) => [name, cause]));
  } catch (error) {
    return new Map(names.map((name) => [name, messageOfRoot(error)]));
  }
}
