import { AwsError, invalidInput } from '../errors/aws-error';
import type { CreateInput } from '../operations/create-instances-input';
import { findResource } from '../state/find-resource';
import type { SnapshotDisk } from '../state/resources';
import type { RegionState } from '../state/simulator-state';

/** What is cloned: a snapshot that somebody made, or an automatic one. */
export interface Source {
  name: string;
  blueprintId: string;
  bundleId: string;
  sizeInGb: number;
  disks: readonly SnapshotDisk[];
}

/** The two kinds of source exclude each other, and so do the two ways of choosing an automatic snapshot. */
export function findSource({ region, input }: { region: RegionState; input: CreateInput }): Source {
  const { instanceSnapshotName, sourceInstanceName, restoreDate, useLatestRestorableAutoSnapshot } = input;
  if (instanceSnapshotName !== undefined) {
    if (
      sourceInstanceName !== undefined ||
      restoreDate !== undefined ||
      useLatestRestorableAutoSnapshot === true
    ) {
      throw invalidInput(
        'instanceSnapshotName cannot be given together with sourceInstanceName, restoreDate ' +
          'or useLatestRestorableAutoSnapshot.',
      );
    }
    return fromSnapshot({ region, name: instanceSnapshotName });
  }
  if (sourceInstanceName === undefined) {
    throw invalidInput('Either instanceSnapshotName or sourceInstanceName must be given.');
  }
  if ((restoreDate !== undefined) === (useLatestRestorableAutoSnapshot === true)) {
    throw invalidInput('Exactly one of restoreDate and useLatestRestorableAutoSnapshot must be given.');
  }
  return fromAutoSnapshot({ region, name: sourceInstanceName, restoreDate });
}

function fromSnapshot({ region, name }: { region: RegionState; name: string }): Source {
  const snapshot = findResource({ region, type: 'InstanceSnapshot', name });
  if (snapshot.current.state !== 'available') {
    throw invalidInput(
      `The InstanceSnapshot ${name} is in the state ${snapshot.current.state}, not available.`,
    );
  }
  const { fromBlueprintId, fromBundleId, sizeInGb, disks } = snapshot;
  return { name, blueprintId: fromBlueprintId, bundleId: fromBundleId, sizeInGb, disks };
}

function fromAutoSnapshot(input: {
  region: RegionState;
  name: string;
  restoreDate: string | undefined;
}): Source {
  const { region, name, restoreDate } = input;
  if (restoreDate !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(restoreDate)) {
    throw invalidInput(`The restore date must have the form YYYY-MM-DD: ${restoreDate}`);
  }
  const instance = findResource({ region, type: 'Instance', name });
  const usable = instance.autoSnapshots
    .filter(({ status, date }) => status === 'Success' && (restoreDate === undefined || date === restoreDate))
    .sort((a, b) => b.createdAtMillis - a.createdAtMillis);
  const chosen = usable[0];
  if (chosen === undefined) {
    const which =
      restoreDate === undefined ? 'no automatic snapshot' : `no automatic snapshot of ${restoreDate}`;
    const message = `The Instance ${name} has ${which}.`;
    throw new AwsError({ type: 'NotFoundException', code: 'DoesNotExist', message });
  }
  return {
    name: `${name}-auto-${chosen.date}`,
    blueprintId: instance.blueprintId,
    bundleId: instance.bundleId,
    sizeInGb: region.bundles.get(instance.bundleId)?.diskSizeInGb ?? 20,
    disks: chosen.disks,
  };
}
