import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import { WORKFLOW_TYPES } from '../../contract/names';
import type { Problem } from '../../contract/failures';
import type { ClientContext } from '../client-context';
import { callSchedule } from './call-schedule';
import { FleetScheduleNotFoundError } from './schedule-errors';
import { factsOf, SCHEDULE_MEMO, type ScheduleFacts, type ScheduleMemo } from './schedule-options';

/** Schedules of which each is asked what it starts; of more the memo is believed, which an update by other means leaves old. */
const MAX_DESCRIBED = 100;

export interface FindGroupOverlapInput {
  scheduleId: string;
  request: CloneFleetInput;
}

/**
 * Another schedule whose fleets are of the same group and Region, where one of the two rotates: a run of one would delete
 * what the other has made, also from the same source. Nothing where both say that they share; one alone would delete what
 * the other's owner never gave away.
 */
export async function findGroupOverlap(
  context: ClientContext,
  { scheduleId, request }: FindGroupOverlapInput,
): Promise<Problem | undefined> {
  const own = factsOf(request);
  if (own.group === undefined) return undefined;
  for await (const { id, facts } of otherSchedules(context, scheduleId)) {
    const overlaps = facts.group === own.group && facts.region === own.region;
    if (!overlaps || (own.keepLast === undefined && facts.keepLast === undefined)) continue;
    if (own.shareGroup === true && facts.shareGroup === true) continue;
    const silent = own.shareGroup === true ? `, which schedule ${id} does not say` : ' in both schedules';
    const sources =
      facts.source === own.source
        ? `which clones ${own.source}, too`
        : `which clones ${facts.source} and not ${own.source}`;
    const message =
      `group ${own.group} in ${own.region} is that of schedule ${id} already, ${sources}: ` +
      `expected another group, or, if one rotation is meant for both, fleet.shareGroup: true${silent}`;
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
    if (memo !== undefined && all.length > MAX_DESCRIBED) yield { id, facts: memo };
    else {
      const facts = await describedFacts(context, id);
      if (facts !== undefined) yield { id, facts };
    }
  }
}

/** Nothing of one that was deleted meanwhile, or that starts what is no request. */
async function describedFacts(context: ClientContext, id: string): Promise<ScheduleFacts | undefined> {
  const handle = context.client.schedule.getHandle(id);
  try {
    const described = await callSchedule({ context, scheduleId: id, call: () => handle.describe() });
    const [request] = (described.action.args ?? []) as CloneFleetInput[];
    return typeof request?.availabilityZone === 'string' ? factsOf(request) : undefined;
  } catch (error) {
    if (error instanceof FleetScheduleNotFoundError) return undefined;
    throw error;
  }
}
