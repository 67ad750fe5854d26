import type { FleetPlan } from '../../contract/fleet-plan';
import { judgeRotation, type Generation } from '../../contract/rotation';
import { creationTags, diskPathsOf } from '../../contract/tags';
import { readGenerations } from '../generations';
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
  const found = await readGenerations({ instances: listing.instances, group, runStates, temporalNamespace });
  const older = found.filter((one) => one.ownerId !== ownerId);
  if (keepLast === undefined)
    return passed('', { name: group, standing: older.length, deletes: [], deletesCount: 0 });
  const expected = instanceNames.length;
  const planned = { ownerId, fleetId, instances: expected, createdAt: AFTER_ALL };
  const own: Generation = { ...planned, source: source.name, state: 'running' };
  const { due, alone } = judgeRotation({
    ...{ ownerId, expected, keepLast, source: source.name, shareGroup },
    generations: [...older, own],
  });
  const warnings = [
    ...alone
      .slice(0, NAMED)
      .map(
        ({ generation, cause }) => `fleet ${generation.fleetId} of group ${group} is left alone: ${cause}`,
      ),
    ...warnOfDisks({ ...input, group }),
  ];
  const deletes = due.slice(0, NAMED).map((one) => one.fleetId);
  const facts = { name: group, keepLast, standing: older.length, deletes, deletesCount: due.length };
  return { ...passed('', facts), warnings };
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
  const ours = { ownerId, fleetId, group, source: name, namespace: temporalNamespace.id };
  const tags = creationTags({ ...ours, tags: request.tags, snapshotDiskPaths: diskPaths });
  if (diskPathsOf(tags).length > 0) return [];
  return [
    `the paths of the snapshot's ${String(diskPaths.length)} disks do not fit a tag: when rotation deletes this fleet it may leave disks, billed, which it then names`,
  ];
}
