import { join } from 'node:path';
import { readConfig } from '../../config';
import { SEARCH_ATTRIBUTE_DEFINITIONS } from '../../contract/search-attributes';
import { startChild, type StartedChild } from '../../dev-stack/child-process';
import type { ChildExit, ChildOutput } from '../../dev-stack/spawn-child';
import { startTemporalDevServer } from '../../dev-stack/temporal-dev-server';
import { childEnvironment } from './child-environment';
import { ownCommand } from './own-command';
import type { Stack } from './stack';

/** A worker polls 0.5 s after its start, 2 s without the prebuilt bundle; a busy machine takes longer. */
const CHILD_READY_SECONDS = 60;

export interface StartStackInput {
  env: NodeJS.ProcessEnv;
  /** Path of the `temporal` command. */
  temporalCli: string;
  /** 0: any free one. */
  temporalPort: number;
  uiPort: number;
  simulatorPort: number;
  /** A folder that is there: keeps Temporal's database and the simulator's state. Without it both end with the stack. */
  dataDir?: string | undefined;
  /** How much faster than the clock the simulator moves. */
  speed: number;
  /** Over the worker's environment, such as a short poll interval. */
  workerEnv?: NodeJS.ProcessEnv | undefined;
  /** What the children write. */
  onOutput?: ((output: ChildOutput & { name: string }) => void) | undefined;
}

/** Starts Temporal, then the simulator, on the loopback address. What was started is stopped when the next fails. */
export async function startStack(input: StartStackInput): Promise<Stack> {
  const { env, dataDir } = input;
  const { taskQueue } = readConfig(env);
  const stops: (() => Promise<unknown>)[] = [];
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (const stopOne of stops.splice(0).reverse()) await stopOne();
  };
  try {
    const temporal = await startTemporalDevServer({
      temporalCli: input.temporalCli,
      port: input.temporalPort,
      uiPort: input.uiPort,
      searchAttributes: SEARCH_ATTRIBUTE_DEFINITIONS,
      ownGroup: true,
      onOutput: (output) => input.onOutput?.({ ...output, name: 'temporal' }),
      ...(dataDir === undefined ? {} : { databaseFile: join(dataDir, 'temporal.db') }),
    });
    stops.push(() => temporal.stop());
    const simulator = await startSimulatorChild(input);
    stops.push(() => simulator.stop());
    const uiUrl = temporal.uiUrl ?? '';
    const simulatorUrl = simulator.value;
    const stackEnv = childEnvironment({ env, temporalAddress: temporal.address, simulatorUrl, uiUrl });
    return {
      temporalAddress: temporal.address,
      temporalHttpUrl: temporal.httpUrl,
      uiUrl,
      simulatorUrl,
      taskQueue,
      env: stackEnv,
      startWorker: async () => {
        const worker = await startWorkerChild(input, { ...stackEnv, ...input.workerEnv });
        stops.push(() => worker.stop());
        return worker;
      },
      broken: firstToEnd({
        parts: [
          { name: 'the Temporal dev server', exited: temporal.exited },
          { name: 'the simulator', exited: simulator.exited },
        ],
        isWanted: () => stopping,
      }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startSimulatorChild({ env, simulatorPort, dataDir, speed, onOutput }: StartStackInput) {
  const state = dataDir === undefined ? [] : ['--state-file', join(dataDir, 'lightsail.json')];
  const args = ['simulator', '--json', '--port', String(simulatorPort), '--speed', String(speed), ...state];
  return startChild<string>({
    name: 'the simulator',
    ...ownCommand(args),
    env,
    ownGroup: true,
    limitSeconds: CHILD_READY_SECONDS,
    readyWhen: (line) => (JSON.parse(line) as { url?: string }).url,
    onOutput: (output) => onOutput?.({ ...output, name: 'simulator' }),
  });
}

function startWorkerChild(
  { onOutput }: StartStackInput,
  env: NodeJS.ProcessEnv,
): Promise<StartedChild<true>> {
  return startChild<true>({
    name: 'the worker',
    ...ownCommand(['worker', '--json', '--pretty']),
    env,
    ownGroup: true,
    limitSeconds: CHILD_READY_SECONDS,
    readyWhen: (line) => ((JSON.parse(line) as { kind?: string }).kind === 'ready' ? true : undefined),
    onOutput: (output) => onOutput?.({ ...output, name: 'worker' }),
  });
}

interface FirstToEndInput {
  parts: { name: string; exited: Promise<ChildExit> }[];
  /** True when the stack is being stopped: what ends then is no news. */
  isWanted: () => boolean;
}

function firstToEnd({ parts, isWanted }: FirstToEndInput): Stack['broken'] {
  return new Promise((resolve) => {
    for (const { name, exited } of parts) {
      void exited.then((exit) => {
        if (!isWanted()) resolve({ name, exit });
      });
    }
  });
}
