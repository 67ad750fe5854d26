import type { CommandContext } from './command-context';
import type { ConnectedFleets } from './connect-fleets';

/** Says so when nobody polls the task queue: a start is kept by Temporal, but nothing happens until a worker runs. */
export async function warnWithoutWorker(
  context: CommandContext,
  { fleets, taskQueue, namespace }: ConnectedFleets,
): Promise<{ hasWorker: boolean }> {
  const { identities } = await fleets.findWorkers();
  if (identities.length > 0) return { hasWorker: true };
  context.say(
    `${context.style.yellow('warning:')} no worker polls task queue ${taskQueue} in namespace ${namespace}: ` +
      'the run waits until one does. Start one with: lightsail-fleet worker',
  );
  return { hasWorker: false };
}
