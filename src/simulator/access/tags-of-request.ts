export interface TagsOfRequest {
  tags: { key: string; value: string }[];
  /** Of tags that are given and of those that are taken away. */
  tagKeys: string[];
}

/** Reads what it can: a request is judged by policies before anybody has looked at its shape. */
export function tagsOfRequest(request: unknown): TagsOfRequest {
  const tags = listOf(request, 'tags').flatMap((tag) => {
    const key = memberOf(tag, 'key');
    const value = memberOf(tag, 'value');
    return typeof key === 'string' ? [{ key, value: typeof value === 'string' ? value : '' }] : [];
  });
  const removed = listOf(request, 'tagKeys').filter((key) => typeof key === 'string');
  return { tags, tagKeys: [...tags.map(({ key }) => key), ...removed] };
}

function listOf(value: unknown, name: string): unknown[] {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
