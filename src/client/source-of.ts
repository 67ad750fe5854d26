import type { CloneFleetInput } from '../contract/clone-fleet-input';

/** The snapshot of a request, or the instance whose automatic snapshot it clones. */
export function sourceOf({ instanceSnapshotName, sourceInstanceName }: CloneFleetInput): string {
  return instanceSnapshotName ?? sourceInstanceName ?? 'unknown';
}
