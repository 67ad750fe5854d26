/** Tags on everything that a fleet makes: the proof of ownership, and what a person filters by. */
export const TAG_KEYS = {
  ownerId: 'lightsail-fleet:owner-id',
  fleetId: 'lightsail-fleet:fleet-id',
  group: 'lightsail-fleet:group',
  source: 'lightsail-fleet:source',
  namespace: 'lightsail-fleet:namespace',
  minReady: 'lightsail-fleet:min-ready',
  diskPaths: 'lightsail-fleet:disk-paths',
} as const;

/** AWS's limits (Lightsail Developer Guide, "Tags"). */
const TAGS_PER_RESOURCE = 50;
const LONGEST_TAG_VALUE = 256;

/** Keys under this prefix are ours; a request that brings one is refused. */
export const RESERVED_TAG_PREFIX = 'lightsail-fleet:';

export interface Tag {
  key?: string | undefined;
  value?: string | undefined;
}

export interface Ownership {
  fleetId: string;
  /** Run id of the run's first execution: unique, so the one proof that a resource is ours. */
  ownerId: string;
}

export function ownershipTags({ fleetId, ownerId }: Ownership): Tag[] {
  return [
    { key: TAG_KEYS.ownerId, value: ownerId },
    { key: TAG_KEYS.fleetId, value: fleetId },
  ];
}

/** What a fleet is a generation of; rotation finds the older ones by these tags when their histories are gone. */
export interface GroupTags {
  group?: string | undefined;
  /** The snapshot, or the instance whose automatic snapshot was cloned. */
  source?: string | undefined;
  /** Its id, of Temporal: an account may serve several, whose runs do not know each other and whose names are the same. */
  namespace?: string | undefined;
  /** How many instances must be there for the fleet to stand. */
  minReady?: number | undefined;
}

export interface CreationTagsInput extends Ownership, GroupTags {
  /** The user's own. */
  tags?: readonly Tag[] | undefined;
  /** Paths of the disks that Lightsail makes with each instance, from those of the snapshot. */
  snapshotDiskPaths?: readonly string[] | undefined;
}

/**
 * What a create request is tagged with. Lightsail gives the disks that it makes with an instance no tags, so the
 * instance itself says at which paths they are: the proof for a disk when nobody knows the request any more. It
 * is left out where it does not fit; such disks are then named and left alone.
 */
export function creationTags({
  tags = [],
  snapshotDiskPaths = [],
  group,
  source,
  namespace,
  minReady,
  ...ownership
}: CreationTagsInput): Tag[] {
  const all = [...tags, ...ownershipTags(ownership), ...groupTags({ group, source, namespace, minReady })];
  const value = snapshotDiskPaths.join(' ');
  const fits =
    /^[\w./:=+@-]+( [\w./:=+@-]+)*$/.test(value) &&
    value.length <= LONGEST_TAG_VALUE &&
    all.length < TAGS_PER_RESOURCE;
  return fits ? [...all, { key: TAG_KEYS.diskPaths, value }] : all;
}

function groupTags(tags: GroupTags): Tag[] {
  if (tags.group === undefined) return [];
  return (['group', 'source', 'namespace', 'minReady'] as const).flatMap((name) => {
    const value = tags[name];
    return value === undefined ? [] : [{ key: TAG_KEYS[name], value: String(value) }];
  });
}

/** What the tags say a resource is a generation of. */
export function groupOf(tags: readonly Tag[] | undefined): GroupTags {
  const minReady = valueOf(tags, TAG_KEYS.minReady);
  return {
    group: valueOf(tags, TAG_KEYS.group),
    source: valueOf(tags, TAG_KEYS.source),
    namespace: valueOf(tags, TAG_KEYS.namespace),
    // Anything but a number proves nothing, as no tag does.
    minReady: /^[1-9]\d{0,3}$/.test(minReady ?? '') ? Number(minReady) : undefined,
  };
}

/** The paths that `creationTags` noted; none where the instance was made without such disks. */
export function diskPathsOf(tags: readonly Tag[] | undefined): string[] {
  return valueOf(tags, TAG_KEYS.diskPaths)?.split(' ') ?? [];
}

/** Whose the tags say a resource is. Undefined without an owner id; the fleet id may have been taken off. */
export function ownershipOf(tags: readonly Tag[] | undefined): Ownership | undefined {
  const ownerId = valueOf(tags, TAG_KEYS.ownerId);
  if (ownerId === undefined || ownerId === '') return undefined;
  return { ownerId, fleetId: valueOf(tags, TAG_KEYS.fleetId) ?? '' };
}

function valueOf(tags: readonly Tag[] | undefined, key: string): string | undefined {
  return tags?.find((tag) => tag.key === key)?.value;
}

/**
 * A fleet id without any owner id. The two are set together, so somebody has taken the proof away, or has copied the
 * tag: too little to delete by, and enough to tell a person.
 */
export function hasLostOwner(tags: readonly Tag[] | undefined, fleetId: string): boolean {
  return ownershipOf(tags) === undefined && valueOf(tags, TAG_KEYS.fleetId) === fleetId;
}

/** True only when the tags carry this very owner id: a name, or a fleet id alone, proves nothing. */
export function isOwnedBy(tags: readonly Tag[] | undefined, ownerId: string): boolean {
  return tags?.some((tag) => tag.key === TAG_KEYS.ownerId && tag.value === ownerId) ?? false;
}
