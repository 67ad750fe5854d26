import { invalidInput } from '../errors/aws-error';
import type { Shape } from './shapes';

/** Problems beyond this many are only counted: an error answer stays under 4 KB. */
const MOST_PROBLEMS_SHOWN = 5;

/** Reads a request, or throws the error that AWS would answer with: all broken constraints in one text. */
export function readInput<T>({ shape, request }: { shape: Shape<T>; request: unknown }): T {
  const problems: string[] = [];
  const input = shape(request, { path: '', problems });
  if (problems.length === 0) return input;
  const count = `${problems.length} validation error${problems.length === 1 ? '' : 's'} detected`;
  throw invalidInput(`${count}: ${problems.slice(0, MOST_PROBLEMS_SHOWN).join('; ')}`);
}
