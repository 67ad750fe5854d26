import type { FleetFailure } from '../../client';
import type { Survivor } from '../../contract/failures';
import { formatProblem } from '../../contract/problems';
import { printable, printableLines } from './printable';

/** Details listed below a failure's message; the rest is counted, and all of it is in `--json`. */
const MAX_LISTED = 30;

/** A failure as a person reads it: what happened, to what, what is left, and what to do. */
export function failureLines({ type, message, details }: FleetFailure): string[] {
  // One problem of the whole may be the message itself.
  const problems = (details?.problems ?? [])
    .filter((problem) => problem.message !== message)
    .map((problem) => `  ${printable(formatProblem(problem))}`);
  const instances = (details?.instances ?? []).map(({ name, message: problem, errorCode, operationId }) => {
    const code = errorCode === undefined ? '' : ` (${errorCode})`;
    const operation = operationId === undefined ? '' : `, operation ${operationId}`;
    return `  ${printable(`${name}: ${problem}${code}${operation}`)}`;
  });
  const survivors = survivorLines(details?.survivors ?? []);
  // The message of a refused request lists its problems itself; below, they are listed once.
  const [first = '', ...rest] = printableLines(message);
  const head = problems.length > 0 ? [first] : [first, ...rest.map((line) => `  ${line}`)];
  return [
    `${type}: ${head[0] ?? ''}`,
    ...head.slice(1),
    ...listed(problems),
    ...(head.length > 1 && instances.length > 0 ? ['what failed:'] : []),
    ...listed(instances),
    ...(survivors.length === 0 ? [] : ['still there, and billed:', ...survivors]),
  ];
}

/** What is left, a line each. */
export function survivorLines(survivors: readonly Survivor[]): string[] {
  return listed(
    survivors.map(
      ({ resourceType, name, cause }) => `  ${printable(`${resourceType.toLowerCase()} ${name}: ${cause}`)}`,
    ),
  );
}

function listed(lines: string[]): string[] {
  if (lines.length <= MAX_LISTED) return lines;
  return [...lines.slice(0, MAX_LISTED), `  and ${String(lines.length - MAX_LISTED)} more (all with --json)`];
}
