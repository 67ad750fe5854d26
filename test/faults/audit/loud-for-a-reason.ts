import { isDisguised, isTouchedByHand } from './by-hand';
import type { Survivor } from './evidence';
import { survivorsOf } from './named-by';
import type { Life, WorldStory } from './world-story';

const LOUD = 'RollbackIncomplete';
/** Of a delete, what belongs to a run that goes on. */
const REFUSED = 'InvalidRequest';

/** Errors after which nobody can go on removing; all others pass, and `rollbackMinutes` is longer than they last. */
const FINAL_ERRORS = new Set([
  'AccessDeniedException',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'ExpiredTokenException',
]);

/** A create that never ends, of an instance that cannot be deleted before it has. */
const STUCK = 'operation-stuck';

/** The exception stays one: who gives up removing was refused by AWS for good, and not merely unlucky. */
export function loudForAReason(story: WorldStory): string[] {
  const { evidence } = story;
  const refused = evidence.ledger.some(
    (row) => row.kind === 'call' && row.errorType !== null && FINAL_ERRORS.has(row.errorType),
  );
  if (refused) return [];
  const isExcused = excuses(story);
  const runs = evidence.runs.flatMap(({ fleetId, outcome }) => {
    if (outcome.status !== 'failed' || outcome.type !== LOUD) return [];
    const left = survivorsOf(outcome);
    if (left.length > 0 && left.every(isExcused)) return [];
    return [`fleet ${fleetId} failed with ${LOUD}, though no call was refused for good: ${outcome.message}`];
  });
  const removals = evidence.removals.flatMap(({ workflowId, outcome }) => {
    const left = outcome.status === 'ready' ? outcome.result.survivors : survivorsOf(outcome);
    const unexcused = left.filter((survivor) => !isExcused(survivor));
    const isLoud = outcome.status === 'failed' && outcome.type !== REFUSED;
    if (unexcused.length === 0 && (!isLoud || left.length > 0)) return [];
    const why = outcome.status === 'failed' ? outcome.message : (unexcused[0]?.cause ?? '');
    return [`${workflowId} left something, though no call was refused for good: ${why}`];
  });
  return [...runs, ...removals];
}

/** Whether somebody's hand, or a create that never ends, is why a resource is still there. */
function excuses(story: WorldStory): (survivor: Survivor) => boolean {
  const isStuck = ({ state, madeBy }: Life) =>
    state === 'pending' && (madeBy?.effect ?? '').split(',').includes(STUCK);
  const isExcused = (life: Life) =>
    isTouchedByHand(life, story) ||
    isDisguised(life) ||
    isStuck(life) ||
    (life.madeWith !== undefined && isStuck(life.madeWith));
  return ({ resourceType, name }) =>
    story.lives.some((life) => life.type === resourceType && life.name === name && isExcused(life));
}
