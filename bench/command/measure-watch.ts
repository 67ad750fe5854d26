import { DEFAULT_TASK_QUEUE, WORKFLOW_TYPES } from '../../src/contract/names';
import { Stack } from '../../test/support/start-stack';
import { toRow, type CommandTable } from './command-report';
import { changesOf, type KnownChange } from './known-changes';
import { watchChanges } from './watch-changes';

const FLEETS = 40;
const QUICK_FLEETS = 4;
/** Watched side by side: each is a process, and the machine has two cores. */
const AT_ONCE = 2;

/** The command takes half a second to connect, and is there before the first change. */
const START_DELAY = '3s';

/** Of issue 6. */
const LIMIT_MILLIS = 1500;

/**
 * From the start of the workflow task in which the workflow came to know of a change until the line that tells it has left
 * `watch --json`. Fleets of one instance, as each has the same four changes.
 */
export async function measureWatch({ quick }: { quick: boolean }): Promise<CommandTable> {
  const fleets = quick ? QUICK_FLEETS : FLEETS;
  process.stderr.write(`watch: ${String(fleets)} fleets, about two minutes …\n`);
  const stack = await Stack.start({ speed: 10 });
  const lags = new Map<KnownChange, number[]>();
  try {
    await stack.startWorker();
    for (let first = 0; first < fleets; first += AT_ONCE) {
      const indices = Array.from({ length: Math.min(AT_ONCE, fleets - first) }, (_, index) => first + index);
      for (const measured of await Promise.all(indices.map((index) => watchOne(stack, index))))
        for (const [change, millis] of measured) lags.set(change, [...(lags.get(change) ?? []), millis]);
    }
  } finally {
    await stack.stop();
  }
  const all = [...lags.values()].flat();
  return {
    title: '`watch` shows a change',
    text:
      'From the start of the workflow task in which the workflow came to know of it (history) until its line has left ' +
      `\`watch --json\`. ${String(fleets)} fleets of one instance, ${String(AT_ONCE)} at once, each watched by a process of its own.`,
    rows: [
      toRow({ what: 'all changes', millis: all, limitMillis: LIMIT_MILLIS }),
      ...[...lags].map(([what, millis]) => toRow({ what, millis, limitMillis: LIMIT_MILLIS })),
    ],
  };
}

async function watchOne(stack: Stack, index: number): Promise<[KnownChange, number][]> {
  const fleetId = `watched-${String(index)}`;
  const { client } = stack;
  await client.workflow.start(WORKFLOW_TYPES.cloneFleet, {
    ...{ workflowId: fleetId, taskQueue: DEFAULT_TASK_QUEUE, startDelay: START_DELAY },
    args: [
      {
        ...{ instanceSnapshotName: 'golden', availabilityZone: 'us-east-1a', bundleId: 'nano_3_0' },
        instanceNames: [fleetId],
      },
    ],
  });
  const shown = await watchChanges({ stack, fleetId });
  const known = changesOf(await client.workflow.getHandle(fleetId).fetchHistory());
  return [...known].map(([change, knownAt]): [KnownChange, number] => {
    const shownAt = shown.get(change);
    if (shownAt === undefined) throw new Error(`${fleetId}: ${change} was never shown`);
    return [change, shownAt - knownAt];
  });
}
