import { parseDocument } from 'yaml';
import { RequestFileError } from './request-file-error';

export interface ParseRequestTextInput {
  text: string;
  /** What people call the file; `stdin` for standard input. */
  name: string;
}

/** A request as YAML or JSON. Errors carry line and column, all of them at once where the format allows. */
export function parseRequestText({ text, name }: ParseRequestTextInput): Record<string, unknown> {
  const isJson = name.endsWith('.json') || /^\s*\{/.test(text);
  const value = isJson ? parseJson({ text, name }) : parseYaml({ text, name });
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  const got =
    value === null || value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  throw new RequestFileError(name, [
    `expected an object (a CreateInstancesFromSnapshot request), got ${got}`,
  ]);
}

function parseYaml({ text, name }: ParseRequestTextInput): unknown {
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) {
    throw new RequestFileError(
      name,
      document.errors.map(({ code, message, linePos }) => {
        const at = linePos?.[0];
        const what =
          code === 'MULTIPLE_DOCS'
            ? 'expected one document, and here begins another one'
            : (message.split(/ at line \d/)[0] ?? message);
        return at === undefined ? what : `line ${String(at.line)}, column ${String(at.col)}: ${what}`;
      }),
    );
  }
  try {
    return document.toJS();
  } catch (error) {
    throw new RequestFileError(name, [error instanceof Error ? error.message : String(error)]);
  }
}

function parseJson({ text, name }: ParseRequestTextInput): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = positionOf(message, text);
    const before = text.slice(0, position).split('\n');
    const at = `line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)}`;
    throw new RequestFileError(name, [`${at}: ${message.replace(/ (in JSON )?at position .*$/s, '')}`]);
  }
}

/** V8 names the position in its message, except where the text ends too early or the bad token is quoted. */
function positionOf(message: string, text: string): number {
  const named = /at position (\d+)/.exec(message)?.[1];
  return named === undefined ? text.length : Number(named);
}
