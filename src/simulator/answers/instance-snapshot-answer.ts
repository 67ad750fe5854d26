import type { InstanceSnapshot } from '../state/resources';
import { resourceAnswer } from './resource-answer';

/** `InstanceSnapshot` of the API model. */
export function instanceSnapshotAnswer(snapshot: InstanceSnapshot): object {
  return Object.assign(resourceAnswer(snapshot), {
    state: snapshot.current.state,
    progress: snapshot.current.state === 'pending' ? '0%' : undefined,
    fromAttachedDisks: snapshot.disks.map(({ path, sizeInGb }) => ({
      path,
      sizeInGb,
      isSystemDisk: false,
    })),
    fromInstanceName: snapshot.fromInstanceName,
    fromInstanceArn: snapshot.fromInstanceArn,
    fromBlueprintId: snapshot.fromBlueprintId,
    fromBundleId: snapshot.fromBundleId,
    isFromAutoSnapshot: false,
    sizeInGb: snapshot.sizeInGb,
  });
}
