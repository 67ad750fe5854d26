/** Tags on everything that a fleet makes: the proof of ownership, and what a person filters by. */
export const TAG_KEYS = {
  ownerId: 'lightsail-fleet:owner-id',
  fleetId: 'lightsail-fleet:fleet-id',
  group: 'lightsail-fleet:group',
} as const;

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

/** True only when the tags carry this very owner id: a name, or a fleet id alone, proves nothing. */
export function isOwnedBy(tags: readonly Tag[] | undefined, ownerId: string): boolean {
  return tags?.some((tag) => tag.key === TAG_KEYS.ownerId && tag.value === ownerId) ?? false;
}
