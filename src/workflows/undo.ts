import type { FoundDisk } from '../contract/activities';
import type { FleetRun } from './fleet-run';

/** What the steps of one rollback share. */
export interface Undo {
  run: FleetRun;
  minutes: number;
  deadline: string;
  /** By name. Recorded in history by `findInstances` before the instance is deleted: the only proof for a disk. */
  disks: Map<string, FoundDisk & { instanceName: string }>;
}
