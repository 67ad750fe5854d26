import { scheduledActivities, type ScheduledActivity } from './history-facts';
import { CLOCK_SLACK_MILLIS, realMillis } from './real-time';
import type { Life, WorldStory, Write } from './world-story';

/**
 * What is deleted stands in the history of its own run, or in that of a removal of its owner, before the delete is
 * sent; for an instance, with the disks that it has then, as these are the only proof that a disk which is left behind
 * is ours.
 */
export function deleteIsRecorded({ evidence, writes, lives }: WorldStory): string[] {
  const ofRuns = new Map<string, ScheduledActivity[]>(
    evidence.runs.map((run) => [run.ownerId, scheduledActivities(run)]),
  );
  const ofRemovals = evidence.removals.flatMap(scheduledActivities);
  const deletes = writes.filter(({ call }) => call.action.startsWith('Delete'));
  return deletes.flatMap((write) => {
    const { target, call } = write;
    const { ownerId = '' } = target;
    const own = ofRuns.get(ownerId);
    if (own === undefined) return [];
    const sentAt = realMillis(evidence, call) + CLOCK_SLACK_MILLIS;
    const before = [...own, ...ofRemovals.filter(({ ownerIds }) => ownerIds.has(ownerId))].filter(
      ({ type, atMillis }) => type.startsWith('remove') && atMillis <= sentAt,
    );
    return [target, ...disksOf(lives, write)]
      .filter(({ name }) => !before.some(({ texts }) => texts.has(name)))
      .map((life) => {
        const as = life === target ? '' : `, to which it is attached,`;
        return `${call.action} of ${target.name} (seq ${String(call.seq)}) was sent before ${life.type} ${life.name}${as} was recorded in the history of its run`;
      });
  });
}

/** Disks that were made with the instance and were there when the delete was sent. */
function disksOf(lives: readonly Life[], { call, target }: Write): Life[] {
  return lives.filter(
    ({ madeWith, bornSeq, endedSeq }) =>
      madeWith === target && bornSeq < call.seq && (endedSeq === undefined || endedSeq > call.seq),
  );
}
