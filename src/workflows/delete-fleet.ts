import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { DeleteFleetInput } from '../contract/delete-fleet-input';
import type { DeleteFleetResult, OwnedResource } from '../contract/delete-fleet-result';
import type { DeleteScope, FindOwnedResult, OwnerRun } from '../contract/owned-activities';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes';
import { planActivities, waitActivities } from './activity-options';
import { deleteIncompleteFailure } from './delete-incomplete-failure';
import { lookInRegions, type LookedInRegions } from './look-in-regions';
import { ownedFailure } from './owned-failure';
import { deletedFleets, noteDeleted } from './note-deleted';
import { OwnedRun } from './owned-run';
import { ownersIn, requireEnded } from './require-ended';
import { foundIn } from './found-in';
import { requireInTime } from './require-in-time';
import { REMOVAL_MINUTES } from './owned-removal';
import { removeOwned } from './remove-owned';

/**
 * Deletes what carries the tags of a fleet or of an owner, whatever became of its history. Refuses what belongs to a run
 * that goes on. Safe to repeat; fails as `RollbackIncomplete` when something is left.
 */
export async function deleteFleet(input: DeleteFleetInput): Promise<DeleteFleetResult> {
  const run = new OwnedRun();
  try {
    return await lookAndDelete(run, input);
  } catch (error) {
    throw ownedFailure({ run, error, fleetId: idOf(input) });
  }
}

async function lookAndDelete(run: OwnedRun, input: DeleteFleetInput): Promise<DeleteFleetResult> {
  const { workflowId, parent } = workflowInfo();
  run.enter('looking');
  const { checkDelete } = planActivities({ activityId: 'check', summary: 'check the request' });
  const scope = await checkDelete({ request: input, workflowId });
  run.about = aboutOf(scope);
  const seen = await lookInRegions({ run, scope, look: (region) => look(scope, region) });
  const owners = ownersIn(
    seen.map((one) => one.seen),
    scope,
  );
  const { runs, latest } = await requireEnded({ scope, owners });
  const unknownSince = lastEnded([...runs, ...(latest === undefined ? [] : [latest])]);
  if (scope.dryRun === true) return dryRun({ run, scope, seen, unknownSince });
  requireInTime(scope);
  run.enter('removing');
  upsertSearchAttributes([
    { key: SEARCH_ATTRIBUTES.size, value: foundIn(seen).length },
    ...(seen.length === 1 ? [{ key: SEARCH_ATTRIBUTES.region, value: seen[0]?.region ?? '' }] : []),
  ]);
  const ownerIds = [
    ...new Set([...owners, ...(latest === undefined ? [] : [latest])].map((one) => one.ownerId)),
  ];
  await Promise.all(
    seen.map(async ({ region, seen: first }) => {
      const nothing = first.instances.length + first.disks.length === 0;
      if (ownerIds.length === 0 || (nothing && unknownSince === undefined)) return;
      const selector = {
        fleetId: scope.fleetId,
        ownerIds: scope.ownerId === undefined ? ownerIds : [scope.ownerId],
      };
      await removeOwned({
        ...{ run, region, selector, unknownSince, disks: scope.disks !== false, spare: ['running'] as const },
        first: nothing ? undefined : first,
      });
    }),
  );
  for (const { region, seen: first } of seen.filter((one) => one.seen.more)) {
    const cause = `there is more than one look could take: ${String(first.instances.length)} instances of it are removed`;
    run.noteBlind({ region, cause });
  }
  run.enter('done');
  if (run.survivors.length > 0 || run.blind.length > 0) throw deleteIncompleteFailure({ run, scope });
  const result = { ...run.result(), found: [] };
  // Whoever began it looks again, and a look that still sees something is worth more.
  if (parent === undefined) noteDeleted(deletedFleets(result));
  return result;
}

interface DryRunInput {
  run: OwnedRun;
  scope: DeleteScope;
  seen: LookedInRegions<FindOwnedResult>;
  unknownSince: string | undefined;
}

/** What would be deleted. Where nothing is seen yet of a run that has just ended, what may land late is waited for. */
async function dryRun({ run, scope, seen, unknownSince }: DryRunInput): Promise<DeleteFleetResult> {
  const found = foundIn(seen);
  if (found.length > 0 || unknownSince === undefined) return { ...tell(run, found), found };
  const readable = { ...scope, regions: seen.map(({ region }) => region) };
  const again = await lookInRegions({
    ...{ run, scope: readable },
    look: (region) => look(scope, region, unknownSince),
  });
  run.regions = scope.regions;
  return { ...tell(run, foundIn(again)), found: foundIn(again) };
}

function tell(run: OwnedRun, seen: OwnedResource[]) {
  run.seen = seen;
  run.enter('done');
  return run.result();
}

function aboutOf({ fleetId, ownerId, dryRun: looks, disks }: DeleteScope): string {
  const whose = [
    fleetId === undefined ? [] : `fleet ${fleetId}`,
    ownerId === undefined ? [] : `owner ${ownerId}`,
  ];
  const kept = disks === false ? ', its disks stay' : '';
  return `${looks === true ? 'Only looks for' : 'Deletes'} what carries the tags of ${whose.flat().join(', ')}${kept}`;
}

function look(
  { fleetId, ownerId }: DeleteScope,
  region: string,
  unknownSince?: string,
): Promise<FindOwnedResult> {
  const summary = `look in ${region}, by tags`;
  const { findOwned } =
    unknownSince === undefined
      ? planActivities({ activityId: `look/${region}`, summary })
      : waitActivities({ activityId: `look/${region}/again`, summary, minutes: REMOVAL_MINUTES });
  return findOwned({ region, fleetId, ownerId, unknownSince, workflowId: workflowInfo().workflowId });
}

/**
 * A terminated run may have a create out that lands after it, which nobody settles but this deletion; one that failed and
 * kept what it made has named what may still land. A run that stands has nothing to come.
 */
function lastEnded(runs: OwnerRun[]): string | undefined {
  return runs
    .filter(({ state }) => state !== 'completed')
    .flatMap(({ closedAt }) => closedAt ?? [])
    .sort()
    .at(-1);
}

function idOf(input: unknown): string {
  const { fleetId, ownerId } = (input ?? {}) as Partial<Record<string, unknown>>;
  return [fleetId, ownerId].find((id) => typeof id === 'string') ?? workflowInfo().workflowId;
}
