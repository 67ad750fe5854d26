import type { Survivor } from '../contract/failures';

/** A disk may be told by its instance and by itself: the first time counts. */
export function distinctSurvivors(survivors: readonly Survivor[]): Survivor[] {
  const seen = new Map<string, Survivor>();
  for (const one of survivors) {
    const key = `${one.resourceType} ${one.name}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}
