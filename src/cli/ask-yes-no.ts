import { createInterface } from 'node:readline/promises';
import type { CommandContext } from './command-context';

export interface AskYesNoInput {
  context: CommandContext;
  question: string;
  signal: AbortSignal;
}

/** `y` or `yes` is yes; anything else, the end of input and Ctrl-C are no. The question goes to stderr. */
export async function askYesNo({ context, question, signal }: AskYesNoInput): Promise<boolean> {
  const reader = createInterface({
    input: context.stdin,
    output: context.stderr as NodeJS.WritableStream,
    terminal: false,
  });
  try {
    const ended = new Promise<string>((resolve) => {
      reader.once('close', () => {
        resolve('');
      });
    });
    const answer = await Promise.race([reader.question(`${question} [y/N] `, { signal }), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } catch {
    return false;
  } finally {
    reader.close();
  }
}
