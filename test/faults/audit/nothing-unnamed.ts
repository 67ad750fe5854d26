import { isNamedBy } from './named-by';
import type { WorldStory } from './world-story';

/** What workers made and is there at the end belongs to a run whose outcome names it: also without an owner tag. */
export function nothingUnnamed({ evidence, alive }: WorldStory): string[] {
  const named = new Map(evidence.runs.map(({ ownerId, outcome }) => [ownerId, isNamedBy(outcome)]));
  return alive
    .filter(({ byWorker }) => byWorker)
    .filter((life) => named.get(life.ownerId ?? '')?.(life) !== true)
    .map((life) => {
      const owner = life.ownerId === undefined ? 'without an owner tag' : `of the owner ${life.ownerId}`;
      const which = `${life.type} ${life.name} (${life.state}, seq ${String(life.bornSeq)})`;
      return `${which} ${owner} is there at the end, and no outcome names it`;
    });
}
