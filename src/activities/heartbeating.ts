import { Context } from '@temporalio/activity';

/** Three beats fit into the heartbeat time-out of 10 s (`workflows/activity-options.ts`), so one may be lost. */
const BEAT_MILLIS = 3_000;

export type Beat<Details> = (details: Details) => void;

/**
 * Runs an activity's work with a heartbeat beside it, so that a killed worker is noticed in seconds and a
 * cancellation is heard. `beat` shows new details at once; between changes the last ones are repeated.
 */
export async function heartbeating<Details, Result>(
  run: (beat: Beat<Details>) => Promise<Result>,
): Promise<Result> {
  const context = Context.current();
  let last: Details | undefined;
  context.heartbeat(last);
  const timer = setInterval(() => {
    context.heartbeat(last);
  }, BEAT_MILLIS);
  try {
    return await run((details) => {
      last = details;
      context.heartbeat(details);
    });
  } finally {
    clearInterval(timer);
  }
}
