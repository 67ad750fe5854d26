import type { RemovalProgress } from '../client';
import type { CommandContext } from './command-context';
import { removalProgressLine } from './render/removal-lines';
import { retryLines } from './render/retry-lines';

/** A line for each change; the same one is said again after this long, so that silence does not look like a hang. */
const SAY_AGAIN_SECONDS = 15;

/** What to hand to the client as `onProgress`: events as JSON, or lines on stderr. */
export function followRemoval(context: CommandContext): (seen: RemovalProgress) => void {
  let said = '';
  let saidAt = 0;
  return ({ progress, retries }) => {
    const lines = [
      progress === undefined ? 'no worker answers: lightsail-fleet worker' : removalProgressLine(progress),
      ...retryLines(retries),
    ];
    const text = lines.join('\n');
    if (text === said && Date.now() - saidAt < SAY_AGAIN_SECONDS * 1000) return;
    said = text;
    saidAt = Date.now();
    const at = new Date().toISOString();
    if (context.json) context.printJson({ kind: 'progress', at, progress, retries });
    else for (const line of lines) context.say(`${at.slice(11, 19)}  ${line}`);
  };
}
