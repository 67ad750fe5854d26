import type { Problem } from './failures';

type Loose = Partial<Record<string, unknown>>;

/**
 * 50 a resource, of which owner, fleet, group, source, namespace, the least that must be ready and the paths of disks take
 * seven. Rotation goes by all of them: without the paths it would leave the disks of every generation.
 */
const USER_TAGS_IN_A_GROUP = 43;

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
  if (fleet['keepLast'] !== undefined && fleet['waitFor'] === 'operation') {
    const message =
      'not allowed as "operation" beside fleet.keepLast: older fleets would be deleted for one that does not run yet. Expected "running" or a port';
    problems.push({ path: 'fleet.waitFor', message });
  }
  if (Array.isArray(tags) && tags.length > USER_TAGS_IN_A_GROUP) {
    const message = `expected at most ${String(USER_TAGS_IN_A_GROUP)} tags beside fleet.group (50 a resource, 7 are ours), got a list of ${String(tags.length)}`;
    problems.push({ path: 'tags', message });
  }
  return problems;
}
