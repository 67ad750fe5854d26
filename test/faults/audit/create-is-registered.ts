import { scheduledActivities, type ScheduledActivity } from './history-facts';
import { CLOCK_SLACK_MILLIS, realMillis } from './real-time';
import { ownerTagOf, type WorldStory } from './world-story';

/** What schedules a create: its input names each instance, and is in history before the call can leave. */
const CREATE_ACTIVITY = 'createInstances';

/**
 * No create without an undo that finds it: each name that a create sent stands, under the owner of its tag, in a
 * scheduled `createInstances` of that owner's history, from before the call. Undo looks for what is scheduled so.
 */
export function createIsRegistered({ evidence, creates }: WorldStory): string[] {
  const registered = new Map<string, ScheduledActivity[]>();
  for (const run of evidence.runs) registered.set(run.ownerId, scheduledActivities(run).filter(isCreate));
  return creates.flatMap((call) => {
    const which = `${call.action} (seq ${String(call.seq)})`;
    const ownerId = ownerTagOf(call);
    if (ownerId === undefined) return [`${which} was sent without an owner tag`];
    const activities = registered.get(ownerId);
    if (activities === undefined)
      return [`${which} carries the owner ${ownerId}, which is no run of this world`];
    const sentAt = realMillis(evidence, call) + CLOCK_SLACK_MILLIS;
    const names = call.request?.['instanceNames'];
    return (Array.isArray(names) ? (names as string[]) : [])
      .filter((name) => !activities.some((one) => one.atMillis <= sentAt && one.instanceNames.has(name)))
      .map((name) => `${which} makes ${name}, which no ${CREATE_ACTIVITY} of its run's history names before`);
  });
}

function isCreate({ type }: ScheduledActivity): boolean {
  return type === CREATE_ACTIVITY;
}
