import type { FleetPlan } from '../../contract/fleet-plan';
import { creationTags, diskPathsOf, ownershipOf } from '../../contract/tags';
import { describeTooMany } from '../find-generations';
import { judgeGenerations } from '../judge-generations';
import { MAX_GENERATIONS, readGenerations, type Generation } from '../read-generations';
import type { RunStates } from '../run-states';
import type { TemporalNamespace } from '../temporal-namespace';
import { passed, type PlanCheck, type PlanCheckInput } from './plan-check';
import type { RegionListing } from './read-region';
import type { SourceFacts } from './source-facts';

/** Ids that a plan tells. */
const NAMED = 20;

/** The fleet that is planned is newer than all that is there. */
const AFTER_ALL = '9999-12-31T00:00:00.000Z';

export interface CheckGroupInput extends Pick<PlanCheckInput, 'request' | 'instanceNames'> {
  listing: Pick<RegionListing, 'instances'>;
  runStates: RunStates;
  temporalNamespace: TemporalNamespace;
  ownerId: string;
  fleetId: string;
  source: Pick<SourceFacts, 'name' | 'diskPaths'>;
}

/** What rotation would do if the fleet were ready now; a warning for each fleet of the group that it leaves alone. */
export async function checkGroup(input: CheckGroupInput): Promise<PlanCheck<FleetPlan['group']>> {
  const { request, listing, runStates, temporalNamespace, instanceNames, ownerId, fleetId, source } = input;
  const { group, keepLast, shareGroup = false } = request.fleet ?? {};
  if (group === undefined) return passed('', undefined);
  const { instances } = listing;
  const found = await readGenerations({ instances, group, runStates, temporalNamespace, ownerId });
  const older = found.generations.filter((one) => one.ownerId !== ownerId);
  const standing = found.total - (found.generations.length - older.length);
  if (keepLast === undefined) return passed('', { name: group, standing, deletes: [], deletesCount: 0 });
  if (found.total > MAX_GENERATIONS) {
    const facts = { name: group, keepLast, standing, deletes: [], deletesCount: 0 };
    return { ...passed('', facts), warnings: [describeTooMany(group, found.total)] };
  }
  const expected = instanceNames.length;
  const planned = { ownerId, fleetId, instances: expected, running: expected, createdAt: AFTER_ALL };
  const own: Generation = { ...planned, source: source.name, state: 'running' };
  const { due, alone } = judgeGenerations({
    ...{ ownerId, expected, keepLast, source: source.name, shareGroup },
    generations: [...older, own],
  });
  const warnings = [
    ...alone
      .slice(0, NAMED)
      .map(
        ({ generation, cause }) => `fleet ${generation.fleetId} of group ${group} is left alone: ${cause}`,
      ),
    ...warnOfFewer(input),
    ...warnOfAddresses({ instances, due }),
    ...warnOfDisks({ ...input, group }),
  ];
  const deletes = due.slice(0, NAMED).map((one) => one.fleetId);
  const facts = { name: group, keepLast, standing, deletes, deletesCount: due.length };
  return { ...passed('', facts), warnings };
}

function warnOfFewer({ request: { fleet }, instanceNames }: CheckGroupInput): string[] {
  const asked = instanceNames.length;
  const { minReady = asked, keepLast = 1 } = fleet ?? {};
  if (minReady >= asked) return [];
  return [
    `this fleet is ready with ${String(minReady)} of ${String(asked)} instances (fleet.minReady), and counts as one of the last ${String(keepLast)} then: a whole older one may be deleted for it`,
  ];
}

/** A static IP is detached when its instance is deleted, and Lightsail bills an address that is attached to nothing. */
function warnOfAddresses({
  instances,
  due,
}: Pick<RegionListing, 'instances'> & { due: Generation[] }): string[] {
  const owners = new Set(due.map((one) => one.ownerId));
  const names = instances
    .filter(({ isStaticIp, tags }) => isStaticIp === true && owners.has(ownershipOf(tags)?.ownerId ?? ''))
    .map(({ name = '' }) => name);
  if (names.length === 0) return [];
  const rest = names.length > NAMED ? ` and ${String(names.length - NAMED)} more` : '';
  return [
    `rotation would delete instances that have a static IP, which stays, attached to nothing and billed: ${names.slice(0, NAMED).join(', ')}${rest}`,
  ];
}

/** Without the tag nothing shows, when this fleet is the older one, which disks were made with it. */
function warnOfDisks({
  request,
  ownerId,
  fleetId,
  group,
  temporalNamespace,
  source: { name, diskPaths },
}: CheckGroupInput & { group: string }): string[] {
  if (diskPaths.length === 0) return [];
  const ours = { ownerId, fleetId, group, source: name, namespace: temporalNamespace.id, minReady: 1 };
  const tags = creationTags({ ...ours, tags: request.tags, snapshotDiskPaths: diskPaths });
  if (diskPathsOf(tags).length > 0) return [];
  return [
    `the paths of the snapshot's ${String(diskPaths.length)} disks do not fit a tag: when rotation deletes this fleet it may leave disks, billed, which it then names`,
  ];
}
