import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import type { Problem } from '../../contract/failures';
import { expandNameTemplate } from '../../contract/name-template';
import { nameCollision } from './name-collision';

export interface FindRepeatInput {
  request: CloneFleetInput;
  times: readonly Date[];
}

/**
 * Two runs whose template gives the same names, or nothing. A generation stands when the next one is made, so they would
 * collide; and after a run that failed, one further back stands.
 */
export function findRepeat({ request, times }: FindRepeatInput): Problem | undefined {
  const template = request.fleet?.nameTemplate;
  const [first, second] = times;
  if (first === undefined || second === undefined) return undefined;
  if (template === undefined)
    return nameCollision({
      path: 'request.instanceNames',
      name: request.instanceNames?.[0] ?? '',
      first,
      second,
    });
  if (template.includes('{run}')) return undefined;
  const seen = new Map<string, Date>();
  for (const time of times) {
    const [name = ''] = expandNameTemplate({ template, count: 1, startedAt: time, ownerId: '' });
    const before = seen.get(name);
    if (before !== undefined)
      return nameCollision({ path: 'request.fleet.nameTemplate', name, first: before, second: time });
    seen.set(name, time);
  }
  return undefined;
}
