import type { z } from 'zod';
import type { ControlResult } from './handle-control';

export interface Problem {
  path: string;
  message: string;
}

/** As much of a path or a message as is worth reading: both repeat what a client sent. */
const LONGEST_TEXT_CHARACTERS = 300;
/** An error answer stays under 4 KB; problems beyond are only counted. */
const LONGEST_PROBLEMS_BYTES = 3_800;

/** Everything that is wrong with a control request, at once. */
export function problemResult(problems: readonly Problem[]): ControlResult {
  const shown: Problem[] = [];
  let bytes = 0;
  for (const { path, message } of problems) {
    const problem = { path: cut(path), message: cut(message) };
    bytes += Buffer.byteLength(JSON.stringify(problem)) + 1;
    if (shown.length > 0 && bytes > LONGEST_PROBLEMS_BYTES) break;
    shown.push(problem);
  }
  return { status: 400, body: { count: problems.length, problems: shown } };
}

/** A character takes up to six bytes where JSON escapes it, so that one problem alone fits in any case. */
function cut(text: string): string {
  return text.length > LONGEST_TEXT_CHARACTERS ? `${text.slice(0, LONGEST_TEXT_CHARACTERS)}…` : text;
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
