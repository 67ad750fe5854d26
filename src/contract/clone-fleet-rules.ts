import type { Problem } from './failures';
import { findLaunchConflicts } from './launch-rules';
import { show } from './problems';
import { findRotationConflicts } from './rotation-rules';
import { findStandingConflicts } from './standing-rules';

/** Members that the rules below look at, of a request whose types nobody has checked yet. */
type LooseRequest = Partial<Record<string, unknown>>;

/**
 * Contradictions between members. They are looked for even in a request that breaks other rules, so that one
 * run reports everything.
 */
export function findConflicts(input: unknown): Problem[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return [];
  const request = input as LooseRequest;
  return [
    ...findNameConflicts(request),
    ...findSourceConflicts(request),
    ...findMappingConflicts(request),
    ...findLaunchConflicts(request),
    ...findStandingConflicts(request),
    ...findRotationConflicts(request),
  ];
}

function findNameConflicts(request: LooseRequest): Problem[] {
  const names = request['instanceNames'];
  const fleet = (
    typeof request['fleet'] === 'object' && request['fleet'] !== null ? request['fleet'] : {}
  ) as LooseRequest;
  const template = fleet['nameTemplate'];
  const count = fleet['count'];
  if (names !== undefined) {
    return [
      ...(template === undefined
        ? []
        : [conflict('fleet.nameTemplate', 'not allowed beside instanceNames: give one of the two')]),
      ...(count === undefined
        ? []
        : [conflict('fleet.count', 'not allowed beside instanceNames: the list says how many')]),
      ...(Array.isArray(names) ? findDuplicates(names) : []),
    ];
  }
  if (template === undefined && count === undefined) {
    return [
      conflict(
        'instanceNames',
        'required: expected a list of names, or fleet.nameTemplate and fleet.count, got neither',
      ),
    ];
  }
  if (template === undefined) return [conflict('fleet.nameTemplate', 'required beside fleet.count')];
  if (count === undefined) return [conflict('fleet.count', 'required beside fleet.nameTemplate')];
  if (
    typeof template === 'string' &&
    typeof count === 'number' &&
    count > 1 &&
    !/\{index(?::0[1-9])?\}/.test(template)
  ) {
    return [
      conflict(
        'fleet.nameTemplate',
        `expected {index} in it, as it makes ${String(count)} names, got ${show(template)}`,
      ),
    ];
  }
  return [];
}

function findDuplicates(names: unknown[]): Problem[] {
  const seen = new Set<unknown>();
  return names.flatMap((name, position) => {
    const again = seen.has(name);
    seen.add(name);
    return again
      ? [conflict(`instanceNames[${String(position)}]`, `expected distinct names, got ${show(name)} again`)]
      : [];
  });
}

function findSourceConflicts(request: LooseRequest): Problem[] {
  const automatic = ['sourceInstanceName', 'restoreDate', 'useLatestRestorableAutoSnapshot'] as const;
  if (request['instanceSnapshotName'] !== undefined) {
    return automatic
      .filter((member) => request[member] !== undefined && request[member] !== false)
      .map((member) => conflict(member, 'not allowed beside instanceSnapshotName: give one source'));
  }
  if (request['sourceInstanceName'] === undefined) {
    return [
      conflict(
        'instanceSnapshotName',
        'required: expected the name of a snapshot (or sourceInstanceName), got nothing',
      ),
    ];
  }
  const latest = request['useLatestRestorableAutoSnapshot'] === true;
  if (latest !== (request['restoreDate'] !== undefined)) return [];
  return [
    conflict(
      'sourceInstanceName',
      'expected exactly one of restoreDate and useLatestRestorableAutoSnapshot: true beside it',
    ),
  ];
}

function findMappingConflicts(request: LooseRequest): Problem[] {
  const names = request['instanceNames'];
  const mapping = request['attachedDiskMapping'];
  if (!Array.isArray(names) || typeof mapping !== 'object' || mapping === null) return [];
  const wanted = new Set<unknown>(names);
  return Object.keys(mapping)
    .filter((key) => key !== '*' && !wanted.has(key))
    .map((key) =>
      conflict(`attachedDiskMapping[${show(key)}]`, 'expected * or one of instanceNames as the key'),
    );
}

function conflict(path: string, message: string): Problem {
  return { path, message };
}
