import type { z } from 'zod';
import type { ControlResult } from './handle-control';

export interface Problem {
  path: string;
  message: string;
}

/** Problems beyond this many are only counted. */
const MOST_PROBLEMS = 50;

/** Everything that is wrong with a control request, at once. */
export function problemResult(problems: readonly Problem[]): ControlResult {
  return { status: 400, body: { count: problems.length, problems: problems.slice(0, MOST_PROBLEMS) } };
}

export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map(({ path, message }) => ({ path: writePath(path), message }));
}

function writePath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}
