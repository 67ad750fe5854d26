import type { AwaitReadyInput, AwaitReadyResult } from '../contract/activities';
import type { BatchHeartbeat } from '../contract/batch-heartbeat';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';
import { ReadinessWatch } from './readiness-watch';
import { isAbortError, waiting } from './wait-signal';

/**
 * Waits until each instance can be used as `fleet.waitFor` asks: seen (`operation`), running with its public
 * address (`running`), or answering on a TCP port (`{ port }`). An operation that succeeded is not enough:
 * users see instances run before they have an address. Safe to repeat: it reads only.
 */
export async function awaitReady(
  dependencies: ActivityDependencies,
  input: AwaitReadyInput,
): Promise<AwaitReadyResult> {
  const { draining, watchers } = dependencies;
  return inFleetTerms(input.fleetId, () =>
    heartbeating<BatchHeartbeat, AwaitReadyResult>((beat) =>
      waiting({ draining, deadline: input.deadline }, async (signal) => {
        const watch = new ReadinessWatch({ input, beat, signal, settleSeconds: dependencies.settleSeconds });
        try {
          await watchers.instances(input.region).watch({
            keys: input.instanceNames,
            onItem: (instance) => watch.take(instance),
            onMissing: (name) => watch.takeMissing(name),
            signal,
          });
          await Promise.all(watch.ports);
        } catch (error) {
          if (!isAbortError(error)) throw error;
        }
        await Promise.allSettled(watch.ports);
        return watch.result();
      }),
    ),
  );
}
