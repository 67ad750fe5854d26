import type { CommandContext } from './command-context';

/** Silence longer than this looks like a hang. */
const SAY_EVERY_SECONDS = 5;

export interface SayWhileWaitingInput<Result> {
  context: CommandContext;
  /** `for the plan`: what stands after "still waiting". */
  what: string;
  awaited: Promise<Result>;
  /** What is tried again meanwhile, one line each. */
  findReasons: () => Promise<string[]>;
}

/** Awaits, and says every few seconds on stderr that it still does. */
export async function sayWhileWaiting<Result>({
  context,
  what,
  awaited,
  findReasons,
}: SayWhileWaitingInput<Result>): Promise<Result> {
  const startedAt = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    context.say(context.style.dim(`still waiting ${what}, ${String(seconds)} s`));
    void findReasons()
      .catch(() => [])
      .then((reasons) => {
        for (const reason of reasons) context.say(context.style.dim(`  ${reason}`));
      });
  }, SAY_EVERY_SECONDS * 1000);
  try {
    return await awaited;
  } finally {
    clearInterval(timer);
  }
}
