import { RequestFileError } from './request-file-error';

/** JSON, or where it stops being so. V8's own message may quote the text around that place, which may be user data. */
export function parseRequestJson({ text, name }: { text: string; name: string }): unknown {
  const problem = findSyntaxProblem(text);
  if (problem === undefined) return JSON.parse(text);
  const { message, position } = problem;
  const before = text.slice(0, position ?? findPosition(text)).split('\n');
  const at = `line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)}`;
  throw new RequestFileError(name, [`${at}: ${message}`]);
}

interface SyntaxProblem {
  message: string;
  /** Absent where V8 does not tell it: the text ends too early, or it quotes the text in its place. */
  position?: number;
}

function findSyntaxProblem(text: string): SyntaxProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    const position = / at position (\d+)/.exec(message)?.[1];
    return {
      message: message.replace(/(?:(?: in JSON)? at position |, (?:\.\.\.)?").*$/s, ''),
      ...(position === undefined ? {} : { position: Number(position) }),
    };
  }
}

/** The first character that no JSON could go on with: each shorter beginning ends too early, and no longer one does. */
function findPosition(text: string): number {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (couldGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function couldGoOn(beginning: string): boolean {
  const problem = findSyntaxProblem(beginning);
  if (problem === undefined) return true;
  return problem.position === undefined
    ? problem.message.startsWith('Unexpected end')
    : problem.position >= beginning.length;
}
