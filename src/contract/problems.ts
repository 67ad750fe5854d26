import type { z } from 'zod';
import type { Problem } from './failures';

/** A value in a message is cut to this length, so that one bad string cannot fill a terminal. */
const SHOWN_VALUE_LENGTH = 60;

/** Members whose value must never reach a message, a log or history: what is in them, many can read. */
const SECRET_MEMBERS = new Set(['userData']);

/** A list of problems ends here: the rest is counted, so that a failure stays well under a payload's limit. */
export const MAX_PROBLEMS = 100;

/**
 * Every problem of a failed parse, in the grammar `path: expected …, got …`.
 * A schema's own message that starts with `expected` gets the value appended; any other is a whole sentence.
 */
export function problemsOf(error: z.ZodError, input: unknown): Problem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, input));
}

function problemsOfIssue(issue: z.core.$ZodIssue, input: unknown): Problem[] {
  const path = formatPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: formatPath([...issue.path, key]),
      message: 'unknown member (it would be ignored, so it is refused)',
    }));
  }
  if (issue.code === 'invalid_key') {
    return [
      {
        path,
        message: `${issue.issues[0]?.message ?? 'expected a valid key'}, got ${show(issue.path.at(-1))}`,
      },
    ];
  }
  const value = valueAt(input, issue.path);
  if (value === undefined && issue.code === 'invalid_type') {
    return [{ path, message: `required: expected ${named(issue.expected)}, got nothing` }];
  }
  const message = issue.code === 'invalid_type' ? `expected ${named(issue.expected)}` : issue.message;
  if (!message.startsWith('expected')) return [{ path, message }];
  const secret = issue.path.some((part) => SECRET_MEMBERS.has(String(part)));
  return [{ path, message: `${message}, got ${secret ? hidden(value) : show(value)}` }];
}

/** `instanceNames[3]`, `fleet.count`, `tags[0].key`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${String(part)}]`;
    const name = cut(String(part));
    if (!/^[A-Za-z_][\w-]*$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

/** One line a problem, as people read them in a failure's message or on a terminal. */
export function formatProblem({ path, message }: Problem): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** All problems as one text; over `MAX_PROBLEMS` the rest is counted. */
export function formatProblems(problems: readonly Problem[]): string {
  const lines = problems.slice(0, MAX_PROBLEMS).map(formatProblem);
  if (problems.length > MAX_PROBLEMS) lines.push(`and ${String(problems.length - MAX_PROBLEMS)} more`);
  return lines.join('\n');
}

function named(expected: string): string {
  if (expected === 'int') return 'a whole number';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    return (value as Record<PropertyKey, unknown>)[part];
  }, input);
}

/** A value as it stands in a message: cut, and never a whole object. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return cut(JSON.stringify(value) ?? typeof value);
}

/** YAML reads a script that is a number as one: what stands there is as secret as text. */
function hidden(value: unknown): string {
  if (typeof value === 'string') return `${String(Buffer.byteLength(value))} bytes (hidden)`;
  return typeof value === 'object' || value === undefined ? show(value) : `a ${typeof value} (hidden)`;
}

function cut(text: string): string {
  return text.length > SHOWN_VALUE_LENGTH ? `${text.slice(0, SHOWN_VALUE_LENGTH)}…` : text;
}
