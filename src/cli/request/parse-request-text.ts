import { parseDocument } from 'yaml';
import { parseRequestJson } from './parse-request-json';
import { RequestFileError } from './request-file-error';

export interface ParseRequestTextInput {
  text: string;
  /** What people call the file; `stdin` for standard input. */
  name: string;
}

/**
 * A request as YAML or JSON. Errors carry line and column, all of them at once where the format allows, and never
 * quote the file: it may hold user data.
 */
export function parseRequestText({ text, name }: ParseRequestTextInput): Record<string, unknown> {
  const isJson = name.endsWith('.json') || /^\s*\{/.test(text);
  const value = isJson ? parseRequestJson({ text, name }) : parseYaml({ text, name });
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
            : withoutQuote(message);
        return at === undefined ? what : `line ${String(at.line)}, column ${String(at.col)}: ${what}`;
      }),
    );
  }
  try {
    return document.toJS();
  } catch (error) {
    throw new RequestFileError(name, [withoutQuote(error instanceof Error ? error.message : String(error))]);
  }
}

/** What follows a colon, or a backslash, is a piece of the text; the place is told beside it. */
function withoutQuote(message: string): string {
  return message.replace(/(?: at line \d|:? (?:\\|\|)|: ).*$/s, '');
}
