import type { Problem } from '../../contract/failures';
import { EVERY_INSTANCE } from '../../contract/disk-mapping';

export interface LaunchFlags {
  disk?: string[] | undefined;
  addOn?: string[] | undefined;
}

export interface ReadLaunchFlagsResult {
  /** AWS's members that the flags stand for. */
  members: Record<string, unknown>;
  problems: Problem[];
}

/** `--disk /dev/xvdf={name}-data` and `--add-on AutoSnapshot=06:00`. Their values are checked with the request. */
export function readLaunchFlags({ disk, addOn }: LaunchFlags): ReadLaunchFlagsResult {
  const problems: Problem[] = [];
  const members: Record<string, unknown> = {};
  if (disk !== undefined) {
    members['attachedDiskMapping'] = { [EVERY_INSTANCE]: disk.flatMap((flag) => readDisk(flag, problems)) };
  }
  if (addOn !== undefined) members['addOns'] = addOn.map(readAddOn);
  return { members, problems };
}

function readDisk(flag: string, problems: Problem[]): { originalDiskPath: string; newDiskName: string }[] {
  const at = flag.indexOf('=');
  if (at > 0 && at < flag.length - 1) {
    return [{ originalDiskPath: flag.slice(0, at), newDiskName: flag.slice(at + 1) }];
  }
  const message = `expected path=name, such as /dev/xvdf={name}-data, got ${JSON.stringify(flag)}`;
  problems.push({ path: '--disk', message });
  return [];
}

/** `AutoSnapshot`, `AutoSnapshot=06:00`, `StopInstanceOnIdle=5,15` (percent of CPU, minutes). */
function readAddOn(flag: string): Record<string, unknown> {
  const at = flag.indexOf('=');
  if (at === -1) return { addOnType: flag };
  const addOnType = flag.slice(0, at);
  const value = flag.slice(at + 1);
  if (addOnType === 'AutoSnapshot')
    return { addOnType, autoSnapshotAddOnRequest: { snapshotTimeOfDay: value } };
  const [threshold, ...rest] = value.split(',');
  // What is too much stays with the duration, which is then refused.
  const idle = { threshold, ...(rest.length === 0 ? {} : { duration: rest.join(',') }) };
  return { addOnType, stopInstanceOnIdleRequest: idle };
}
