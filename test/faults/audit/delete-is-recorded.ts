import type { AuditedRun } from './evidence';
import { scheduledActivities, type ScheduledActivity } from './history-facts';
import { realMillis } from './real-time';
import type { Life, WorldStory, Write } from './world-story';

const CLOCK_SLACK_MILLIS = 50;

/**
 * What is deleted stands in the history of its own run before the delete is sent; for an instance, with the disks that
 * it has then, as these are the only proof that a disk which is left behind is ours.
 */
export function deleteIsRecorded(story: WorldStory): string[] {
  const { evidence, writes, lives } = story;
  const scheduled = new Map<AuditedRun, ScheduledActivity[]>(
    evidence.runs.map((run) => [run, scheduledActivities(run)]),
  );
  const deletes = writes.filter(({ call }) => call.action.startsWith('Delete'));
  return deletes.flatMap((write) => {
    const { target, call } = write;
    const runs = evidence.runs.filter(
      ({ ownerId, removesFor = [] }) =>
        target.ownerId !== undefined && [ownerId, ...removesFor].includes(target.ownerId),
    );
    if (runs.length === 0) return [];
    const sentAt = realMillis(evidence, call) + CLOCK_SLACK_MILLIS;
    const before = runs.flatMap((run) =>
      (scheduled.get(run) ?? []).filter(
        ({ type, atMillis }) => type.startsWith('remove') && atMillis <= sentAt,
      ),
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
