import type { FoundDisk } from '../contract/found-instance';
import { disksOfInstance } from '../contract/disk-mapping';
import type { Undo } from './undo';

/**
 * Disks that the mapping names, of instances that were made, whose attachment no look recorded: somebody else removed
 * the instance before. Nothing proves them any more, but they may be there and billed.
 */
export function unrecordedDisks({
  undo: { run, request },
  among,
}: {
  undo: Undo;
  /** Absent: of all instances. */
  among: ReadonlySet<string> | undefined;
}): FoundDisk[] {
  const names = new Set(run.registered.flatMap(({ instanceNames }) => instanceNames));
  return [...names].flatMap((instanceName) => {
    const operationId = run.instances.get(instanceName)?.operationId;
    if (operationId === undefined || among?.has(instanceName) === false) return [];
    const mapped = disksOfInstance({ mapping: request.attachedDiskMapping, instanceName }) ?? [];
    return mapped.flatMap(({ newDiskName: name }) =>
      name === undefined || run.disks.has(name)
        ? []
        : [{ name, ours: false, unrecorded: { instanceName, operationId } }],
    );
  });
}
