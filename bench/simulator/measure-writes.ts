import type { CallClient } from './call-client';
import { measureCalls, type MeasuredCalls } from './measure-calls';
import { sum, toCallRow, type SizedSimulator } from './measure-reads';
import type { CallRow } from './simulator-report';
import type { SimulatorProcess } from './simulator-process';

export interface MeasureWritesInput {
  large: SizedSimulator;
  small: SizedSimulator;
  /** Instances made and deleted again in each world. */
  instances: number;
}

/** What one call of the worker makes: the default of `fleet.batchSize`. */
const NAMES_A_CREATE = 25;
/** One batch of calls for each round; both worlds in turn. */
const CREATES_A_ROUND = 40;
/** Longer than any operation of the default settings. */
const SETTLE_SECONDS = 60;

type Kind = 'create' | 'settle' | 'delete' | 'vanish';
const CALL_NAMES: Readonly<Record<Kind, string>> = {
  create: `CreateInstancesFromSnapshot, ${String(NAMES_A_CREATE)} names`,
  settle: 'clock, an instance becomes ready (3 events)',
  delete: 'DeleteInstance',
  vanish: 'clock, an instance is gone (2 events)',
};

/** Creates and deletes, with a state file, and what the clock then does with them. */
export async function measureWrites(input: MeasureWritesInput): Promise<CallRow[]> {
  const kinds: Kind[] = ['create', 'settle', 'delete', 'vanish'];
  const measured = { large: emptyRounds(), small: emptyRounds() };
  const rounds = Math.ceil(input.instances / (NAMES_A_CREATE * CREATES_A_ROUND));
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`creates and deletes, round ${String(round + 1)} of ${String(rounds)}\n`);
    await measureRound({ simulator: input.large.simulator, round, rounds: measured.large });
    await measureRound({ simulator: input.small.simulator, round, rounds: measured.small });
  }
  return kinds.map((kind) => {
    const [large, small] = [sum(measured.large.calls[kind]), sum(measured.small.calls[kind])];
    const millis = measured.large.millis[kind].sort((a, b) => a - b);
    return toCallRow({ call: CALL_NAMES[kind], large, small, millis });
  });
}

interface Rounds {
  calls: Record<Kind, MeasuredCalls[]>;
  millis: Record<Kind, number[]>;
}

function emptyRounds(): Rounds {
  return {
    calls: { create: [], settle: [], delete: [], vanish: [] },
    millis: { create: [], settle: [], delete: [], vanish: [] },
  };
}

async function measureRound(given: {
  simulator: SimulatorProcess;
  round: number;
  rounds: Rounds;
}): Promise<void> {
  const { simulator, round, rounds } = given;
  const { client } = simulator;
  const instances = NAMES_A_CREATE * CREATES_A_ROUND;
  const names = Array.from({ length: instances }, (_, index) => `new-${String(round)}-${String(index)}`);
  const creates = Array.from({ length: CREATES_A_ROUND }, (_, index) =>
    prepareCreate({ client, names: names.slice(index * NAMES_A_CREATE, (index + 1) * NAMES_A_CREATE) }),
  );
  const deletes = names.map((instanceName) =>
    client.prepare({ action: 'DeleteInstance', request: { instanceName } }),
  );
  const send = async (kind: Kind, one: () => Promise<Buffer>): Promise<Buffer> => {
    const startedAt = performance.now();
    const answer = await one();
    rounds.millis[kind].push(performance.now() - startedAt);
    return answer;
  };
  const settle = (): Promise<Buffer> =>
    client.control({ method: 'POST', path: 'advance', body: { seconds: SETTLE_SECONDS } });
  const measure = async (
    kind: Kind,
    calls: number,
    one: (index: number) => Promise<Buffer>,
  ): Promise<void> => {
    // One connection, so that the times of single calls are theirs alone.
    const connections = 1;
    const sendOne = (index: number): Promise<Buffer> => send(kind, () => one(index));
    rounds.calls[kind].push(
      await measureCalls({ simulator, connections, send: sendOne, calls, cpuSeconds: 0 }),
    );
  };
  await measure('create', creates.length, (index) => client.send(creates[index] as (typeof creates)[number]));
  await measure('settle', 1, settle);
  await measure('delete', deletes.length, (index) => client.send(deletes[index] as (typeof deletes)[number]));
  await measure('vanish', 1, settle);
  // A step of the clock does what falls due for all of them; the figures are for one instance.
  for (const kind of ['settle', 'vanish'] as const) {
    const step = rounds.calls[kind].at(-1) as MeasuredCalls;
    step.calls = instances;
    rounds.millis[kind].push((rounds.millis[kind].pop() as number) / instances);
  }
}

function prepareCreate({
  client,
  names,
}: {
  client: CallClient;
  names: string[];
}): ReturnType<CallClient['prepare']> {
  const request = {
    instanceNames: names,
    instanceSnapshotName: 'golden',
    availabilityZone: 'us-east-1a',
    bundleId: 'nano_3_0',
    tags: [{ key: 'fleet', value: 'new' }],
  };
  return client.prepare({ action: 'CreateInstancesFromSnapshot', request });
}
