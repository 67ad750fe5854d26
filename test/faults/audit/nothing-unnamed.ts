import type { Outcome } from './evidence';
import type { Life, WorldStory } from './world-story';

/** What workers made and is there at the end belongs to a run whose outcome names it: also without an owner tag. */
export function nothingUnnamed({ evidence, alive }: WorldStory): string[] {
  const named = new Map(evidence.runs.map(({ ownerId, outcome }) => [ownerId, namesOf(outcome)]));
  return alive
    .filter(({ byWorker }) => byWorker)
    .filter((life) => named.get(life.ownerId ?? '')?.has(nameOf(life)) !== true)
    .map((life) => {
      const owner = life.ownerId === undefined ? 'without an owner tag' : `of the owner ${life.ownerId}`;
      const which = `${life.type} ${life.name} (${life.state}, seq ${String(life.bornSeq)})`;
      return `${which} ${owner} is there at the end, and no outcome names it`;
    });
}

function nameOf({ type, name }: Life): string {
  return `${type} ${name}`;
}

function namesOf(outcome: Outcome): Set<string> {
  if (outcome.status === 'ready') {
    return new Set(
      outcome.result.instances.flatMap(({ name, disks }) => [
        `Instance ${name}`,
        ...disks.map((disk) => `Disk ${disk.name}`),
      ]),
    );
  }
  const survivors = outcome.status === 'failed' ? (outcome.details?.survivors ?? []) : [];
  return new Set(survivors.map(({ resourceType, name }) => `${resourceType} ${name}`));
}
