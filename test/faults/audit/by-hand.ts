import type { Life, WorldStory } from './world-story';

const FLEET_TAG = 'lightsail-fleet:fleet-id';

/** Somebody deleted it, or changed its tags, or those of the instance that it came with. */
export function isTouchedByHand(life: Life, { hands }: WorldStory): boolean {
  return hands.some(({ target }) => target === life || target === life.madeWith);
}

/** A stranger made it and tagged it with the id of a fleet: to the fleet it may be one of its own that lost its owner tag. */
export function isDisguised({ type, byWorker, madeBy }: Life): boolean {
  const tags = (madeBy?.request?.['tags'] ?? []) as { key?: unknown }[];
  return type === 'Instance' && !byWorker && tags.some(({ key }) => key === FLEET_TAG);
}

/** The last delete of it that was accepted was somebody else's. */
export function isDeletedByHand(life: Life, { hands }: WorldStory): boolean {
  return hands.some(({ call, target }) => target === life && call === life.deletedBy);
}

/**
 * A disk that the request does not name, and whose instance somebody deleted: what it is called was told to that person
 * alone, and AWS gives such a disk no mark of where it comes from.
 */
export function isKnownToNobody(life: Life, story: WorldStory): boolean {
  const { type, name, madeBy, madeWith } = life;
  if (type !== 'Disk' || madeWith === undefined || !isDeletedByHand(madeWith, story)) return false;
  const mapping = (madeBy?.request?.['attachedDiskMapping'] ?? {}) as Record<
    string,
    { newDiskName?: string }[]
  >;
  return !(mapping[madeWith.name] ?? []).some(({ newDiskName }) => newDiskName === name);
}
