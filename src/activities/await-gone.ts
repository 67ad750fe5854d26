import { isOwnedBy } from '../contract/tags';
import type { ActivityDependencies } from './dependencies';
import { isAbortError } from './wait-signal';

/** A delete that was accepted and shows nothing for this long is sent again. */
const DELETE_AGAIN_SECONDS = 120;

export interface AwaitGoneInput {
  dependencies: ActivityDependencies;
  input: { region: string; ownerId: string };
  instanceName: string;
  signal: AbortSignal;
}

/** Waits, by the shared watcher, until the instance is not found any more. False when it took too long. */
export async function awaitGone({
  dependencies,
  input,
  instanceName,
  signal,
}: AwaitGoneInput): Promise<boolean> {
  const limit = AbortSignal.timeout(DELETE_AGAIN_SECONDS * 1000);
  try {
    await dependencies.watchers.instances(input.region).watch({
      keys: [instanceName],
      onItem: (instance) => (isOwnedBy(instance.tags, input.ownerId) ? 'waiting' : 'done'),
      onMissing: () => 'done',
      signal: AbortSignal.any([signal, limit]),
    });
    return true;
  } catch (error) {
    if (isAbortError(error) && !signal.aborted) return false;
    throw error;
  }
}
