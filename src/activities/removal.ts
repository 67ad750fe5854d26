import { log } from '@temporalio/activity';
import type { BatchHeartbeat } from '../contract/batch-heartbeat';
import type { Survivor } from '../contract/failures';
import { ERROR_POLICIES, retryDelaySeconds } from '../lightsail/error-kind';
import { isLightsailError } from '../lightsail/lightsail-error';
import { describeLightsailError, describeRefusal } from './fleet-errors';
import type { Beat } from './heartbeating';
import { isAbortError, pause } from './wait-signal';

/** What one step of a removal found: it is gone, it must be looked at again, or there is a reason to stop. */
export type RemovalStep =
  | { next: 'gone' }
  | { next: 'unrecorded' }
  | { next: 'left'; cause: string }
  | { next: 'again'; cause: string; afterSeconds: number };

/** Keeps why the resource would still be there if the time were up now. */
export type Note = (cause: string) => void;

export type RemovalOutcome = 'removed' | 'unrecorded' | Survivor;

export interface RemoveUntilGoneInput {
  resourceType: Survivor['resourceType'];
  name: string;
  /** Looks, and deletes where that is possible now. Repeated until it says `gone`, or the signal fires. */
  step: (note: Note) => Promise<RemovalStep>;
  signal: AbortSignal;
  /** Also a call that is refused for its credentials is repeated until the signal fires. */
  outlastRefusals?: boolean | undefined;
  /** Told why it is tried again. */
  onAgain: Note;
}

/**
 * Goes on until the resource is gone. Errors that a retry mends are retried until the signal fires; a final one
 * (say, InvalidInput) ends this one resource as a survivor, and never the removal of the others.
 */
export async function removeUntilGone(input: RemoveUntilGoneInput): Promise<RemovalOutcome> {
  const { resourceType, name, step, signal, outlastRefusals, onAgain } = input;
  let lastKind: string | undefined;
  let cause = 'it was not looked at before the time was up';
  for (let attempt = 1; ; attempt++) {
    try {
      const found = await step((seen) => (cause = seen));
      if (found.next === 'gone') return 'removed';
      if (found.next === 'unrecorded') return 'unrecorded';
      ({ cause } = found);
      if (found.next === 'left') return { resourceType, name, cause, untagged: true };
      onAgain(cause);
      await pause({ seconds: found.afterSeconds, signal });
    } catch (error) {
      if (isAbortError(error) || signal.aborted) return { resourceType, name, cause };
      if (!isLightsailError(error)) throw error;
      if (error.kind === 'not-found') return 'removed';
      const seen = describeLightsailError(error);
      if (attempt === 1 || error.kind !== lastKind)
        log.warn('removal refused', { resourceType, name, cause: seen });
      lastKind = error.kind;
      cause = seen;
      const isOutlasted = outlastRefusals === true && ERROR_POLICIES[error.kind].repeatedByUndo === true;
      if (!isWorthRepeating(error.kind) && !isOutlasted) return { resourceType, name, cause };
      onAgain(describeRefusal(error));
      const seconds = retryDelaySeconds({ kind: error.kind, attempt, random: Math.random });
      if (!(await pausedThrough({ seconds, signal }))) return { resourceType, name, cause };
    }
  }
}

/** On a delete also OperationFailure is worth a repeat: states that forbid it now end up there. */
function isWorthRepeating(kind: keyof typeof ERROR_POLICIES): boolean {
  return ERROR_POLICIES[kind].retried || kind === 'operation-failed' || kind === 'ambiguous';
}

async function pausedThrough(input: { seconds: number; signal: AbortSignal }): Promise<boolean> {
  try {
    await pause(input);
    return true;
  } catch {
    return false;
  }
}

/** Reasons of one heartbeat, and their length: a hundred names of a batch mostly share one. */
const TOLD_REASONS = 5;
const REASON_CHARACTERS = 200;

/** Runs all removals of a batch at once (the Region's rate limit spaces their calls) and shows how far they are. */
export async function removeAll({
  names,
  remove,
  beat,
}: {
  names: string[];
  remove: (name: string, onAgain: Note) => Promise<RemovalOutcome>;
  beat: Beat<BatchHeartbeat>;
}): Promise<Map<string, RemovalOutcome>> {
  const outcomes = new Map<string, RemovalOutcome>();
  const reasons = new Map<string, string>();
  const show = () => {
    const heartbeat: BatchHeartbeat = { waiting: [], done: [], failed: [] };
    for (const name of names) {
      const outcome = outcomes.get(name);
      heartbeat[outcome === undefined ? 'waiting' : outcome === 'removed' ? 'done' : 'failed'].push(name);
    }
    const told = [...reasons].slice(0, TOLD_REASONS);
    beat(told.length === 0 ? heartbeat : { ...heartbeat, why: Object.fromEntries(told) });
  };
  show();
  await Promise.all(
    names.map(async (name) => {
      const outcome = await remove(name, (cause) => {
        const reason = cause.slice(0, REASON_CHARACTERS);
        if (reasons.get(name) === reason) return;
        reasons.set(name, reason);
        show();
      });
      reasons.delete(name);
      outcomes.set(name, outcome);
      show();
    }),
  );
  return outcomes;
}

export function survivorsOf(outcomes: Map<string, RemovalOutcome>): Survivor[] {
  return [...outcomes.values()].filter((outcome) => typeof outcome === 'object');
}

export function namesWith(outcomes: Map<string, RemovalOutcome>, wanted: 'removed' | 'unrecorded'): string[] {
  return [...outcomes].filter(([, outcome]) => outcome === wanted).map(([name]) => name);
}
