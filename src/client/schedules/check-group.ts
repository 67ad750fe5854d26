import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import { WORKFLOW_TYPES } from '../../contract/names';
import type { Problem } from '../../contract/failures';
import type { ClientContext } from '../client-context';
import { callSchedule } from './call-schedule';
import { factsOf, SCHEDULE_MEMO, type ScheduleFacts, type ScheduleMemo } from './schedule-options';

export interface FindGroupOverlapInput {
  scheduleId: string;
  request: CloneFleetInput;
}

/**
 * Another schedule whose fleets are of the same group and Region but cloned from something else, where one of the two
 * rotates: it would take the fleets of the other for its own line. Nothing where both say that they share; one alone
 * would delete what the other's owner never gave away.
 */
export async function findGroupOverlap(
  context: ClientContext,
  { scheduleId, request }: FindGroupOverlapInput,
): Promise<Problem | undefined> {
  const own = factsOf(request);
  if (own.group === undefined) return undefined;
  for await (const { id, facts } of otherSchedules(context, scheduleId)) {
    const overlaps = facts.group === own.group && facts.region === own.region && facts.source !== own.source;
    if (!overlaps || (own.keepLast === undefined && facts.keepLast === undefined)) continue;
    if (own.shareGroup === true && facts.shareGroup === true) continue;
    const silent = own.shareGroup === true ? `, which schedule ${id} does not say` : ' in both schedules';
    const message =
      `group ${own.group} in ${own.region} is that of schedule ${id} already, which clones ${facts.source} ` +
      `and not ${own.source}: expected another group, or, if one rotation is meant for both, fleet.shareGroup: true${silent}`;
    return { path: 'request.fleet.group', message };
  }
  return undefined;
}

async function* otherSchedules(
  context: ClientContext,
  scheduleId: string,
): AsyncGenerator<{ id: string; facts: ScheduleFacts }> {
  const { client } = context;
  const all: { id: string; memo: ScheduleMemo | undefined }[] = [];
  await callSchedule({
    ...{ context, scheduleId },
    call: async () => {
      for await (const one of client.schedule.list()) {
        if (one.action?.workflowType !== WORKFLOW_TYPES.cloneFleet || one.scheduleId === scheduleId) continue;
        all.push({ id: one.scheduleId, memo: one.memo?.[SCHEDULE_MEMO] as ScheduleMemo | undefined });
      }
    },
  });
  for (const { id, memo } of all) {
    if (memo !== undefined) yield { id, facts: memo };
    else {
      // Made by other means: what it starts is told by its description.
      const handle = client.schedule.getHandle(id);
      const described = await callSchedule({ context, scheduleId: id, call: () => handle.describe() });
      const [request] = (described.action.args ?? []) as CloneFleetInput[];
      if (typeof request?.availabilityZone === 'string') yield { id, facts: factsOf(request) };
    }
  }
}
