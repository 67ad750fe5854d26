import type { CommandContext } from './command-context';

/** Silence longer than this looks like a hang. */
const SAY_EVERY_SECONDS = 5;

export interface SayWhileWaitingInput<Result> {
  context: CommandContext;
  /** `for the plan`: what stands after "still waiting". */
  what: string;
  awaited: Promise<Result>;
}

/** Awaits, and says every few seconds on stderr that it still does. */
export async function sayWhileWaiting<Result>({
  context,
  what,
  awaited,
}: SayWhileWaitingInput<Result>): Promise<Result> {
  const startedAt = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    context.say(context.style.dim(`still waiting ${what}, ${String(seconds)} s (the worker's log says why)`));
  }, SAY_EVERY_SECONDS * 1000);
  try {
    return await awaited;
  } finally {
    clearInterval(timer);
  }
}
