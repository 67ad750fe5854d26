import { ActivityFailure, ApplicationFailure, CancelledFailure } from '@temporalio/workflow';
import type { CreateInstancesResult } from '../contract/activities';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import { expandDiskMapping } from '../contract/disk-mapping';
import type { FleetFailureDetails } from '../contract/failures';
import type { FleetBatch } from '../contract/fleet-plan';
import { createActivities } from './activity-options';
import { describeBatch, type FleetRun, type RegisteredBatch } from './fleet-run';

export interface CreateBatchInput {
  run: FleetRun;
  request: CloneFleetInput;
  batch: FleetBatch;
  availabilityZone: string;
}

export interface CreatedBatch extends CreateInstancesResult {
  batch: FleetBatch;
}

/** What was seen of an instance that failed is not true of the one made in its place. */
const FORGET_FORMER = { problem: undefined, operation: undefined, operationId: undefined };

/** Registers the undo of one batch, then creates it: what may have been made is looked for whatever happens. */
export async function createBatch({
  run,
  request,
  batch,
  availabilityZone,
}: CreateBatchInput): Promise<CreatedBatch> {
  const { instanceNames, fleet, attachedDiskMapping, ...given } = request;
  const template = { ...given, availabilityZone };
  const mapping = expandDiskMapping({ mapping: attachedDiskMapping, instanceNames: batch.instanceNames });
  const registered = run.register(batch);
  const elsewhere = availabilityZone === request.availabilityZone ? {} : { availabilityZone };
  run.update(batch.instanceNames, {
    state: 'creating',
    requestedAt: new Date().toISOString(),
    ...FORGET_FORMER,
    ...elsewhere,
  });
  const { createInstances } = createActivities({
    activityId: `create/${batch.id}`,
    summary: `create ${describeBatch(batch)} in ${availabilityZone}`,
  });
  try {
    const created = await createInstances({
      ...run.ownership,
      region: run.requirePlan.region,
      request: mapping === undefined ? template : { ...template, attachedDiskMapping: mapping },
      ...groupTagsOf({ run, fleet }),
      ...(fleet?.userDataFile === undefined ? {} : { userDataFile: fleet.userDataFile }),
      instanceNames: batch.instanceNames,
      snapshotDiskPaths: run.requirePlan.source.diskPaths,
    });
    for (const { name, operationId } of created.instances)
      run.update([name], { state: 'waiting', operationId });
    registered.unknownSince = created.unknownSince;
    registered.answeredAt = new Date().toISOString();
    return { ...created, batch };
  } catch (error) {
    noteWhatIsUnknown({ registered, error });
    throw error;
  }
}

/** By these rotation finds the fleet when a newer one is ready. */
function groupTagsOf({ run, fleet }: { run: FleetRun; fleet: CloneFleetInput['fleet'] }) {
  if (fleet?.group === undefined) return {};
  const { source, standing } = run.requirePlan;
  return { group: fleet.group, source: source.name, minReady: standing.minReady };
}

/** Unless the activity says that nothing was made, something may have been, and may even land later. */
function noteWhatIsUnknown({ registered, error }: { registered: RegisteredBatch; error: unknown }): void {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  const known = cause instanceof ApplicationFailure || cause instanceof CancelledFailure;
  const details = known ? (cause.details?.[0] as FleetFailureDetails | undefined) : undefined;
  registered.nothingMade = details?.nothingMade === true;
  if (!registered.nothingMade) registered.unknownSince = new Date().toISOString();
}
