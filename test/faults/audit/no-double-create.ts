import type { WorldStory } from './world-story';

/** A create never makes a second resource of a name that is live. */
export function noDoubleCreate({ doubles }: WorldStory): string[] {
  return doubles.map(
    ([born, live]) =>
      `${born.type} ${born.name} was made again (seq ${String(born.bornSeq)}) while the one of seq ${String(live.bornSeq)} was there`,
  );
}
