import type { FleetFailedError } from '../client';
import type { CommandContext } from './command-context';
import { exitCodeOf } from './exit-codes';
import { failureLines } from './render/failure-lines';
import { printableLines } from './render/printable';

/** Tells a person (on stderr) and, with `--json`, a program (on stdout) what went wrong. Answers with the exit code. */
export function reportError(context: CommandContext, error: unknown): number {
  const [first = '', ...rest] = linesOf(error);
  context.say(`${context.style.red('error:')} ${first}`);
  for (const line of rest) context.say(line);
  if (context.json) context.printJson({ kind: 'error', ...describeError(error) });
  return exitCodeOf(error);
}

function linesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  if (error.name === 'FleetFailedError') return failureLines(error as FleetFailedError);
  // A defect of ours: its stack is what a report of it needs.
  const isDefect =
    error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  const [head = '', ...rest] = printableLines(isDefect ? (error.stack ?? error.message) : error.message);
  return [head, ...rest.map((line) => (line.startsWith(' ') ? line : `  ${line}`))];
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: 'Unknown', message: String(error) };
  const { type, details, problems } = error as Partial<FleetFailedError> & { problems?: unknown };
  return {
    type: type ?? error.name.replace(/Error$/, ''),
    message: error.message,
    ...(details === undefined ? {} : { details }),
    ...(problems === undefined ? {} : { problems }),
  };
}
