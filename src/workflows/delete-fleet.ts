import {
  ApplicationFailure,
  isCancellation,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { DeleteFleetInput } from '../contract/delete-fleet-input';
import type { DeleteFleetResult } from '../contract/delete-fleet-result';
import type { DeleteScope, FindOwnedResult, OwnerRun } from '../contract/owned-activities';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes';
import { planActivities } from './activity-options';
import { deleteIncompleteFailure } from './delete-incomplete-failure';
import { causeOf } from './fleet-failure';
import { lookInRegions } from './look-in-regions';
import { OwnedRun } from './owned-run';
import { ownersIn, requireEnded } from './require-ended';
import { toResource } from './owned-removal';
import { removeOwned } from './remove-owned';

/** Resources told of a dry run. */
const MAX_FOUND = 4_000;

/**
 * Deletes what carries the tags of a fleet or of an owner, whatever became of its history. Refuses what belongs to a run
 * that goes on. Safe to repeat; fails as `RollbackIncomplete` when something is left.
 */
export async function deleteFleet(input: DeleteFleetInput): Promise<DeleteFleetResult> {
  const run = new OwnedRun();
  try {
    return await lookAndDelete(run, input);
  } catch (error) {
    if (isCancellation(error)) throw error;
    const { type, message, details } = causeOf(error, { fleetId: idOf(input), cancelled: false });
    throw ApplicationFailure.create({ type, message, nonRetryable: true, details: [details] });
  }
}

async function lookAndDelete(run: OwnedRun, input: DeleteFleetInput): Promise<DeleteFleetResult> {
  const { workflowId } = workflowInfo();
  run.enter('looking');
  const { checkDelete } = planActivities({ activityId: 'check', summary: 'check the request' });
  const scope = await checkDelete({ request: input, workflowId });
  const seen = await lookInRegions({ run, scope, look: (region) => look(scope, region) });
  const owners = ownersIn(seen.map((one) => one.seen));
  const { runs, latest } = await requireEnded({ scope, owners });
  const unknownSince = lastEndedFromOutside([...runs, ...(latest === undefined ? [] : [latest])]);
  if (scope.dryRun === true) return { ...run.result(), found: foundIn(seen) };
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
        ...{ run, region, selector, unknownSince, disks: scope.disks !== false },
        first: nothing ? undefined : first,
      });
    }),
  );
  run.enter('done');
  if (run.survivors.length > 0 || run.blind.length > 0) throw deleteIncompleteFailure({ run, scope });
  return { ...run.result(), found: [] };
}

function look({ fleetId, ownerId }: DeleteScope, region: string): Promise<FindOwnedResult> {
  const { findOwned } = planActivities({
    activityId: `look/${region}`,
    summary: `look in ${region}, by tags`,
  });
  return findOwned({ region, fleetId, ownerId, workflowId: workflowInfo().workflowId });
}

function foundIn(seen: { region: string; seen: FindOwnedResult }[]) {
  const all = seen.flatMap(({ region, seen: { instances, disks } }) => {
    const attached = instances.flatMap(({ ownerId, fleetId, disks: those }) =>
      those.filter(({ ours }) => ours).map(({ name }) => ({ name, ownerId, fleetId })),
    );
    const tagged = disks.filter(({ name }) => !attached.some((disk) => disk.name === name));
    return [
      ...instances.map((one) => toResource({ one, region, resourceType: 'Instance' })),
      ...[...attached, ...tagged].map((one) => toResource({ one, region, resourceType: 'Disk' })),
    ];
  });
  return all.slice(0, MAX_FOUND);
}

/** A terminated run may have a create out that lands after it; nobody settles that but this deletion. */
function lastEndedFromOutside(runs: OwnerRun[]): string | undefined {
  const ended = runs.filter(({ state }) => state === 'terminated' || state === 'timed-out');
  return ended
    .flatMap(({ closedAt }) => closedAt ?? [])
    .sort()
    .at(-1);
}

function idOf(input: unknown): string {
  const { fleetId, ownerId } = (input ?? {}) as Partial<Record<string, unknown>>;
  return [fleetId, ownerId].find((id) => typeof id === 'string') ?? workflowInfo().workflowId;
}
