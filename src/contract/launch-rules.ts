import type { Problem } from './failures';
import { show } from './problems';

type Loose = Partial<Record<string, unknown>>;

/** Contradictions in what each instance is given: its user data, tags, add-ons and disks. */
export function findLaunchConflicts(request: Loose): Problem[] {
  return [
    ...findUserDataConflict(request),
    ...findRepeatedTags(request),
    ...findAddOnConflicts(request),
    ...findRepeatedPaths(request),
    ...findHalfMappings(request),
  ];
}

function findUserDataConflict({ userData, fleet }: Loose): Problem[] {
  if (userData === undefined || objectOf(fleet)['userDataFile'] === undefined) return [];
  return [{ path: 'fleet.userDataFile', message: 'not allowed beside userData: give one of the two' }];
}

/** "Each tag key must be unique for each resource" (Lightsail guide, tag restrictions). */
function findRepeatedTags({ tags }: Loose): Problem[] {
  const keys = listOf(tags).map((tag) => objectOf(tag)['key']);
  return repeated(keys).map(({ value, position }) => ({
    path: `tags[${String(position)}].key`,
    message: `expected distinct keys, got ${show(value)} again`,
  }));
}

/** Members of AddOnRequest that belong to one type of add-on (API reference). */
const REQUEST_OF_TYPE = {
  AutoSnapshot: 'autoSnapshotAddOnRequest',
  StopInstanceOnIdle: 'stopInstanceOnIdleRequest',
} as const;

function findAddOnConflicts({ addOns }: Loose): Problem[] {
  const given = listOf(addOns).map(objectOf);
  const again = repeated(given.map((addOn) => addOn['addOnType'])).map(({ value, position }) => ({
    path: `addOns[${String(position)}].addOnType`,
    message: `expected each add-on once, got ${show(value)} again`,
  }));
  return [
    ...again,
    ...given.flatMap((addOn, position) => findAddOnConflict(addOn, `addOns[${String(position)}]`)),
  ];
}

function findAddOnConflict(addOn: Loose, path: string): Problem[] {
  const type = addOn['addOnType'];
  const problems: Problem[] = [];
  for (const [owner, member] of Object.entries(REQUEST_OF_TYPE)) {
    if (addOn[member] === undefined || owner === type) continue;
    problems.push({ path: `${path}.${member}`, message: `only allowed where addOnType is ${owner}` });
  }
  if (type !== 'StopInstanceOnIdle') return problems;
  const idle = objectOf(addOn['stopInstanceOnIdleRequest']);
  for (const member of ['threshold', 'duration']) {
    if (idle[member] !== undefined) continue;
    const message =
      'required for StopInstanceOnIdle: threshold in percent of CPU, duration in minutes, as text';
    problems.push({ path: `${path}.stopInstanceOnIdleRequest.${member}`, message });
  }
  return problems;
}

function findRepeatedPaths({ attachedDiskMapping }: Loose): Problem[] {
  return Object.entries(objectOf(attachedDiskMapping)).flatMap(([key, maps]) =>
    repeated(listOf(maps).map((map) => objectOf(map)['originalDiskPath'])).map(({ value, position }) => ({
      path: `attachedDiskMapping[${show(key)}][${String(position)}].originalDiskPath`,
      message: `expected each disk once, got ${show(value)} again`,
    })),
  );
}

/** The API model requires neither; a copy without its original, or without a name, means nothing. */
function findHalfMappings({ attachedDiskMapping }: Loose): Problem[] {
  return Object.entries(objectOf(attachedDiskMapping)).flatMap(([key, maps]) =>
    listOf(maps).flatMap((map, position) =>
      ['originalDiskPath', 'newDiskName']
        .filter((member) => objectOf(map)[member] === undefined)
        .map((member) => ({
          path: `attachedDiskMapping[${show(key)}][${String(position)}].${member}`,
          message: 'required: expected both the path in the snapshot and the name of the copy',
        })),
    ),
  );
}

function repeated(values: readonly unknown[]): { value: unknown; position: number }[] {
  const seen = new Set<unknown>();
  return values.flatMap((value, position) => {
    if (value === undefined) return [];
    const again = seen.has(value);
    seen.add(value);
    return again ? [{ value, position }] : [];
  });
}

function objectOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
