import type { Instance } from '@aws-sdk/client-lightsail';
import type { ActivityDependencies } from './dependencies';
import { isAbortError } from './wait-signal';

/** A delete that was accepted and shows nothing for this long is sent again. */
const DELETE_AGAIN_SECONDS = 120;

/**
 * An instance that does not look deleted this long after its delete was accepted: the delete has failed, or is about
 * to. Its operation is asked for. Where the settling time is shorter, that.
 */
const SHOWS_AFTER_SECONDS = 15;

export interface AwaitGoneInput {
  dependencies: ActivityDependencies;
  region: string;
  /** As it was seen before its delete. Another one of its name has another ARN. */
  instance: Instance;
  signal: AbortSignal;
}

export type Gone = 'gone' | 'still-there' | 'not-leaving';

/** Waits, by the shared watcher, until the instance is not found any more, or looks as if it will stay. */
export async function awaitGone({ dependencies, region, instance, signal }: AwaitGoneInput): Promise<Gone> {
  const limit = AbortSignal.timeout(DELETE_AGAIN_SECONDS * 1000);
  const showsAfter = Date.now() + Math.min(SHOWS_AFTER_SECONDS, dependencies.settleSeconds) * 1000;
  let outcome: Gone = 'gone';
  try {
    await dependencies.watchers.instances(region).watch({
      keys: [instance.name ?? ''],
      onItem: (seen) => {
        if (seen.arn !== instance.arn) return 'done';
        if (isLeaving(seen) || Date.now() < showsAfter) return 'waiting';
        outcome = 'not-leaving';
        return 'done';
      },
      onMissing: () => 'done',
      signal: AbortSignal.any([signal, limit]),
    });
    return outcome;
  } catch (error) {
    if (isAbortError(error) && !signal.aborted) return 'still-there';
    throw error;
  }
}

export function isLeaving({ state }: Instance): boolean {
  return state?.name === 'shutting-down' || state?.name === 'terminated';
}
