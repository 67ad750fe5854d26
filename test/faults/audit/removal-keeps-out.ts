import type { AuditedRemoval, Evidence } from './evidence';
import { scheduledActivities, type ScheduledActivity } from './history-facts';
import { CLOCK_SLACK_MILLIS, realMillis } from './real-time';
import { isInScope } from './removal-scope';
import type { Life, WorldStory } from './world-story';

const HOUR_MILLIS = 3_600_000;

/**
 * A removal touches what it may, and nothing else: never what belongs to a run that goes on, by a sweep nothing of a
 * fleet that stands or that is younger than it was told, by a delete only what its request names, and no disks that are
 * to stay. History tells what a removal set out to do, the ledger what became of it.
 */
export function removalKeepsOut(story: WorldStory): string[] {
  const { evidence } = story;
  return [
    ...evidence.removals.flatMap((removal) => {
      const steps = scheduledActivities(removal).filter(({ type }) => type.startsWith('remove'));
      return steps.flatMap((step) => [
        ...wrongOwners({ removal, step, evidence }),
        ...tooYoung({ removal, step, story }),
      ]);
    }),
    ...standingTouched(story),
    ...disksTaken(story),
  ];
}

interface WrongOwnersInput {
  removal: AuditedRemoval;
  step: ScheduledActivity;
  evidence: Evidence;
}

function wrongOwners({ removal, step, evidence }: WrongOwnersInput): string[] {
  const set = `${removal.workflowId} set out to remove (${step.type})`;
  if (step.ownerIds.size === 0) return [`${set} and names no owner`];
  return [...step.ownerIds].flatMap((ownerId) => {
    const run = evidence.runs.find((one) => one.ownerId === ownerId);
    if (run === undefined) return [`${set} what the owner ${ownerId} has, who is no run of this world`];
    const fleet = `what fleet ${run.fleetId} has`;
    if (Date.parse(run.endedAt) > step.atMillis + CLOCK_SLACK_MILLIS)
      return [`${set} ${fleet}, which was still running`];
    return isInScope(removal, run) ? [] : [`${set} ${fleet}, which it was not to touch`];
  });
}

function tooYoung(input: { removal: AuditedRemoval; step: ScheduledActivity; story: WorldStory }): string[] {
  const { removal, step, story } = input;
  const leastMillis = (removal.request.minimumAgeHours ?? 0) * HOUR_MILLIS;
  if (removal.kind !== 'sweep' || leastMillis === 0) return [];
  const young = story.lives.filter(
    ({ name, ownerId = '', madeBy }) =>
      step.ownerIds.has(ownerId) &&
      step.texts.has(name) &&
      madeBy !== undefined &&
      step.atMillis - realMillis(story.evidence, madeBy) < leastMillis,
  );
  return young.map(
    ({ type, name }) => `${removal.workflowId} set out to remove ${type} ${name}, which is too young`,
  );
}

/** What a fleet that stands has goes by a delete that names it, and by nothing else of ours. */
function standingTouched({ evidence, writes }: WorldStory): string[] {
  const standing = evidence.runs.filter(({ outcome }) => outcome.status === 'ready');
  return writes.flatMap(({ call, target }) => {
    const run = standing.find(({ ownerId }) => ownerId === target.ownerId);
    const sentAt = realMillis(evidence, call);
    if (run === undefined || sentAt <= Date.parse(run.endedAt) + CLOCK_SLACK_MILLIS) return [];
    const isAsked = evidence.removals.some(
      (removal) => isInScope(removal, run) && Date.parse(removal.startedAt) <= sentAt + CLOCK_SLACK_MILLIS,
    );
    if (isAsked) return [];
    return [
      `${call.action} (seq ${String(call.seq)}) hit ${target.type} ${target.name} of fleet ${run.fleetId}, which stands, and which nobody asked to remove`,
    ];
  });
}

/** Disks that every delete of a fleet was told to leave. */
function disksTaken({ evidence, lives, writes }: WorldStory): string[] {
  return evidence.runs.flatMap((run) => {
    const own = evidence.removals.filter((removal) => isInScope(removal, run));
    if (own.length === 0 || own.some(({ request }) => request.disks !== false)) return [];
    const endMillis = Date.parse(run.endedAt) + CLOCK_SLACK_MILLIS;
    const isTaken = (life: Life) =>
      life.type === 'Disk' &&
      life.ownerId === run.ownerId &&
      writes.some(
        ({ call, target }) => target === life && isDelete(call) && realMillis(evidence, call) > endMillis,
      );
    return lives
      .filter(isTaken)
      .map(({ name }) => `Disk ${name} of fleet ${run.fleetId} was deleted, though its disks were to stay`);
  });
}

function isDelete({ action }: { action: string }): boolean {
  return action.startsWith('Delete');
}
