import type { AuditedRemoval, Outcome, Survivor } from './evidence';
import type { Life } from './world-story';

/** Where nobody could look at an instance, nobody knows how its disks are called: the failure says that it has some. */
const SAYS_DISKS = /\bdisks\b/;

export function survivorsOf(outcome: Outcome<unknown>): readonly Survivor[] {
  return outcome.status === 'failed' ? (outcome.details?.survivors ?? []) : [];
}

export interface IsNamedByInput {
  outcome: Outcome;
  /** Whether something was there at the moment that is judged. */
  isLeft: (life: Life) => boolean;
}

/** Whether an outcome tells of this resource: by its name, or as a disk of an instance that it names with its disks. */
export function isNamedBy({ outcome, isLeft }: IsNamedByInput): (life: Life) => boolean {
  const named = new Set(namesOf(outcome));
  const withDisks = survivorsOf(outcome).filter(({ cause = '' }) => SAYS_DISKS.test(cause));
  return ({ type, name, madeWith, attachedTo }) =>
    named.has(`${type} ${name}`) ||
    (type === 'Disk' &&
      madeWith !== undefined &&
      isLeft(madeWith) &&
      withDisks.some((survivor) => survivor.resourceType === 'Instance' && survivor.name === attachedTo));
}

/** What a removal says is still there, for whatever reason. */
export function namesLeftBy({ outcome }: AuditedRemoval): ReadonlySet<string> {
  const left = outcome.status === 'ready' ? outcome.result : undefined;
  const named = left === undefined ? survivorsOf(outcome) : [...left.survivors, ...left.leftAlone];
  return new Set(named.map(({ resourceType, name }) => `${resourceType} ${name}`));
}

function namesOf(outcome: Outcome): string[] {
  if (outcome.status !== 'ready')
    return survivorsOf(outcome).map(({ resourceType, name }) => `${resourceType} ${name}`);
  return outcome.result.instances.flatMap(({ name, disks }) => [
    `Instance ${name}`,
    ...disks.map((disk) => `Disk ${disk.name}`),
  ]);
}
