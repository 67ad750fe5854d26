import type { AuditedRemoval, AuditedRun } from './evidence';
import { namesLeftBy } from './named-by';
import { CLOCK_SLACK_MILLIS } from './real-time';
import { isInScope } from './removal-scope';
import type { Life, WorldStory } from './world-story';

/** How a delete refuses what belongs to a run that goes on. */
const REFUSED = 'InvalidRequest';
const LOUD = 'RollbackIncomplete';

/**
 * What a removal says is so: what it removed is gone; whatever else there was that it could find by its tags is gone
 * too, or it names it; and it refuses only what is still running.
 */
export function removalAsTold(story: WorldStory): string[] {
  return story.evidence.removals.flatMap((removal) => {
    const { workflowId, outcome } = removal;
    if (outcome.status === 'lost') return [`${workflowId} has no outcome: ${outcome.how}`];
    if (outcome.status === 'cancelled') return [`${workflowId} was cancelled, which nobody asked for`];
    if (outcome.status === 'failed' && outcome.type === REFUSED) return wrongRefusal({ removal, story });
    // Nobody could look, which is told, and has a reason or not (loud-for-a-reason.ts).
    if (outcome.status === 'failed' && outcome.type !== LOUD) return [];
    return [...notGone({ removal, story }), ...notNamed({ removal, story })];
  });
}

interface JudgeInput {
  removal: AuditedRemoval;
  story: WorldStory;
}

function wrongRefusal({ removal, story: { evidence } }: JudgeInput): string[] {
  const wasRunning = evidence.runs.some(
    (run) =>
      isInScope(removal, run) &&
      Date.parse(run.startedAt) <= Date.parse(removal.endedAt) + CLOCK_SLACK_MILLIS &&
      Date.parse(run.endedAt) >= Date.parse(removal.startedAt) - CLOCK_SLACK_MILLIS,
  );
  if (removal.kind === 'delete' && wasRunning) return [];
  const why = removal.outcome.status === 'failed' ? removal.outcome.message : '';
  return [`${removal.workflowId} was refused, and nothing that it names was running: ${why}`];
}

function notGone({ removal: { workflowId, outcome }, story }: JudgeInput): string[] {
  if (outcome.status !== 'ready') return [];
  return outcome.result.removed
    .filter(({ resourceType, name, ownerId }) =>
      story.alive.some(
        (life) => life.type === resourceType && life.name === name && life.ownerId === ownerId,
      ),
    )
    .map(
      ({ resourceType, name }) =>
        `${workflowId} says that ${resourceType} ${name} is removed, and it is there`,
    );
}

/** Of runs that had ended before; what stood for a while is judged as it was when the removal ended. */
function notNamed({ removal, story }: JudgeInput): string[] {
  const { workflowId, request, outcome } = removal;
  const isReport =
    removal.kind === 'sweep' && (request.delete !== true || (request.minimumAgeHours ?? 0) > 0);
  if (isReport || isBlind(removal)) return [];
  const runs = story.evidence.runs.filter((run) => isInScope(removal, run) && hadEnded(run, removal));
  const owners = new Set(runs.map(({ ownerId }) => ownerId));
  const named = namesLeftBy(removal);
  // A failure has no room for what it was told to leave.
  const isToStay = ({ type }: Life) =>
    type === 'Disk' && request.disks === false && outcome.status === 'failed';
  const endMillis = Date.parse(removal.endedAt) + CLOCK_SLACK_MILLIS;
  return story.lives
    .filter((life) => owners.has(life.ownerId ?? '') && isFindable({ life, story }) && !isToStay(life))
    .filter(({ endedAtMillis }) => endedAtMillis === undefined || endedAtMillis > endMillis)
    .filter(({ type, name }) => !named.has(`${type} ${name}`))
    .map(({ type, name, state }) => `${workflowId} left ${type} ${name} (${state}) behind without naming it`);
}

function isBlind({ outcome }: AuditedRemoval): boolean {
  if (outcome.status === 'ready') return outcome.result.unread.length > 0;
  return outcome.status === 'failed' && (outcome.details?.unread?.length ?? 0) > 0;
}

function hadEnded(run: AuditedRun, removal: AuditedRemoval): boolean {
  return Date.parse(run.endedAt) + CLOCK_SLACK_MILLIS < Date.parse(removal.startedAt);
}

/** It carries its owner's tag, or is a disk at an instance that does. */
function isFindable({ life, story }: { life: Life; story: WorldStory }): boolean {
  if (life.ownerTag === life.ownerId) return true;
  return story.lives.some(
    ({ type, name, ownerId, ownerTag, endedSeq }) =>
      type === 'Instance' &&
      name === life.attachedTo &&
      ownerId === life.ownerId &&
      ownerTag === ownerId &&
      endedSeq === undefined,
  );
}
