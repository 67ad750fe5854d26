/** Members whose own members are names that people chose. */
const MAPS = new Set(['attachedDiskMapping']);

/**
 * The paths of a JSON value as `readShapes` writes them: lists and maps are passed through, and each text is there as
 * `path=value` too, as it may be a value of an enum.
 */
export function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => pathsOf(element, path));
  if (typeof value === 'string') return [`${path}=${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, inner]) => {
    if (MAPS.has(path)) return pathsOf(inner, `${path}.`);
    const own = path === '' || path.endsWith('.') ? `${path}${member}` : `${path}.${member}`;
    return [own, ...pathsOf(inner, own)];
  });
}
