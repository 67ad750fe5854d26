import type { Problem } from './failures';

type Loose = Partial<Record<string, unknown>>;

/**
 * 50 a resource, of which owner, fleet, group, source, namespace and the paths of disks take six. Rotation goes by all of
 * them: without the paths it would leave the disks of every generation.
 */
const USER_TAGS_IN_A_GROUP = 44;

/** Contradictions in which older fleets a fleet replaces. */
export function findRotationConflicts({ fleet: given, tags }: Loose): Problem[] {
  const fleet = (typeof given === 'object' && given !== null ? given : {}) as Loose;
  const problems: Problem[] = [];
  if (fleet['group'] === undefined) {
    for (const member of ['keepLast', 'shareGroup'])
      if (fleet[member] !== undefined)
        problems.push({ path: 'fleet.group', message: `required beside fleet.${member}` });
    return problems;
  }
  if (Array.isArray(tags) && tags.length > USER_TAGS_IN_A_GROUP) {
    const message = `expected at most ${String(USER_TAGS_IN_A_GROUP)} tags beside fleet.group (50 a resource, 6 are ours), got a list of ${String(tags.length)}`;
    problems.push({ path: 'tags', message });
  }
  return problems;
}
