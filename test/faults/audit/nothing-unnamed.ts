import { isKnownToNobody } from './by-hand';
import { isNamedBy, namesLeftBy } from './named-by';
import type { Life, WorldStory } from './world-story';

/** What workers made and is there at the end belongs to a run whose outcome names it: also without an owner tag. */
export function nothingUnnamed(story: WorldStory): string[] {
  const { evidence, alive } = story;
  const named = new Map(
    evidence.runs.map(({ ownerId, outcome }) => [
      ownerId,
      isNamedBy({ outcome, isLeft: ({ endedSeq }) => endedSeq === undefined }),
    ]),
  );
  const left = evidence.removals.map(namesLeftBy);
  const isNamed = (life: Life) =>
    named.get(life.ownerId ?? '')?.(life) === true ||
    // Only a removal has seen what the disks are called of an instance that its run could not look at.
    (named.has(life.ownerId ?? '') && left.some((names) => names.has(`${life.type} ${life.name}`)));
  return alive
    .filter(({ byWorker }) => byWorker)
    .filter((life) => !isNamed(life) && !isKnownToNobody(life, story))
    .map((life) => {
      const owner = life.ownerId === undefined ? 'without an owner tag' : `of the owner ${life.ownerId}`;
      const which = `${life.type} ${life.name} (${life.state}, seq ${String(life.bornSeq)})`;
      return `${which} ${owner} is there at the end, and no outcome names it`;
    });
}
