import { Context } from '@temporalio/activity';
import type { FleetPlan } from '../../contract/fleet-plan';
import { judgeRotation, type Generation } from '../../contract/rotation';
import { readGenerations } from '../generations';
import type { RunStates } from '../run-states';
import { passed, type PlanCheck, type PlanCheckInput } from './plan-check';
import type { RegionListing } from './read-region';

/** Ids that a plan tells. */
const NAMED = 20;

/** The fleet that is planned is newer than all that is there. */
const AFTER_ALL = '9999-12-31T00:00:00.000Z';

export interface CheckGroupInput extends Pick<PlanCheckInput, 'request' | 'instanceNames'> {
  listing: Pick<RegionListing, 'instances'>;
  runStates: RunStates;
  ownerId: string;
  fleetId: string;
}

/** What rotation would do if the fleet were ready now; a warning for each fleet of the group that it leaves alone. */
export async function checkGroup(input: CheckGroupInput): Promise<PlanCheck<FleetPlan['group']>> {
  const { request, listing, runStates, instanceNames, ownerId, fleetId } = input;
  const { group, keepLast, shareGroup = false } = request.fleet ?? {};
  if (group === undefined) return passed('', undefined);
  const found = await readGenerations({ instances: listing.instances, group, runStates });
  const older = found.filter((one) => one.ownerId !== ownerId);
  if (keepLast === undefined)
    return passed('', { name: group, standing: older.length, deletes: [], deletesCount: 0 });
  const source = request.instanceSnapshotName ?? request.sourceInstanceName ?? '';
  const expected = instanceNames.length;
  const planned = { ownerId, fleetId, instances: expected, createdAt: AFTER_ALL };
  const namespace = Context.current().info.workflowNamespace ?? '';
  const own: Generation = { ...planned, source, namespace, state: 'running' };
  const { due, alone } = judgeRotation({
    ...{ ownerId, expected, keepLast, source, namespace, shareGroup },
    generations: [...older, own],
  });
  const warnings = alone
    .slice(0, NAMED)
    .map(({ generation, cause }) => `fleet ${generation.fleetId} of group ${group} is left alone: ${cause}`);
  const deletes = due.slice(0, NAMED).map((one) => one.fleetId);
  const facts = { name: group, keepLast, standing: older.length, deletes, deletesCount: due.length };
  return { ...passed('', facts), warnings };
}
