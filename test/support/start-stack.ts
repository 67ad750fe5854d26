import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { startChild, type StartedChild } from '../../src/dev-stack/child-process';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import type { TemporalDevServer } from '../../src/dev-stack/temporal-dev-server';
import { startSimulator, type RunningSimulator } from '../../src/simulator/simulator';
import { readShippedPolicy, type ShippedPolicy } from './shipped-policy';
import { SimulatorControl } from './simulator-control';
import { startTemporal } from './start-temporal';

/** The command as people run it: processes of the tests are real ones. */
export const COMMAND = join(findPackageRoot(__dirname), 'dist', 'cli', 'main.js');

/** Virtual seconds a second: an operation of 15 to 25 s takes about one. */
const SPEED = 20;

/** AWS's documented example key pair: that of the worker, which may do what its policy allows and no more. */
const EXAMPLE_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** Of the tests' own clients, which may do everything: they look at the account as its owner does. */
export const OWNER_CREDENTIALS = {
  accessKeyId: 'AKIAOWNEROFEXAMPLE00',
  secretAccessKey: 'owner-of-the-example-account',
};

export interface StartStackInput {
  /** What the worker may do. Default: the policy that is shipped for every worker. */
  policy?: ShippedPolicy;
  seed?: number;
  speed?: number;
  workerEnv?: Record<string, string>;
  /** With Temporal's web UI, at `temporal.uiUrl`. */
  ui?: boolean | undefined;
  /** False: a namespace that nobody has run `init` on. */
  searchAttributes?: boolean | undefined;
}

/**
 * A real Temporal server (on a database file), the simulator, and workers as processes of their own, for one test
 * file. Every port is a free one.
 */
export class Stack {
  worker: StartedChild<unknown> | undefined;
  readonly control: SimulatorControl;

  private constructor(
    public temporal: TemporalDevServer,
    readonly simulator: RunningSimulator,
    readonly folder: string,
    readonly client: Client,
    private readonly workerEnv: Record<string, string>,
    credentials: readonly object[],
  ) {
    this.control = new SimulatorControl(simulator.url, { credentials });
  }

  static async start({
    policy = 'worker-policy',
    seed = 1,
    speed = SPEED,
    workerEnv = {},
    ui,
    searchAttributes,
  }: StartStackInput = {}): Promise<Stack> {
    const folder = await mkdtemp(join(tmpdir(), 'lightsail-fleet-'));
    const temporal = await startTemporal({ folder, ui, searchAttributes });
    const simulator = await startSimulator({ host: '127.0.0.1', port: 0, speed, seed });
    const client = await connect(temporal.address);
    const worker = {
      accessKeyId: EXAMPLE_CREDENTIALS.AWS_ACCESS_KEY_ID,
      secretAccessKey: EXAMPLE_CREDENTIALS.AWS_SECRET_ACCESS_KEY,
      policy: await readShippedPolicy(policy),
    };
    const credentials = [worker, OWNER_CREDENTIALS];
    const stack = new Stack(temporal, simulator, folder, client, workerEnv, credentials);
    await stack.control.putWorld({});
    return stack;
  }

  /** What a process needs to reach this stack: the environment of workers and of the command. */
  get env(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.folder,
      ...EXAMPLE_CREDENTIALS,
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_LIGHTSAIL: this.simulator.url,
      TEMPORAL_ADDRESS: this.temporal.address,
      FLEET_POLL_SECONDS: '0.3',
      FLEET_SETTLE_SECONDS: '3',
      FLEET_CALLS_PER_SECOND: '200',
      LOG_LEVEL: 'warn',
      ...this.workerEnv,
    };
  }

  /** `env` adds to the stack's own, or replaces it. */
  async startWorker(env: Record<string, string> = {}): Promise<StartedChild<unknown>> {
    this.worker = await startChild({
      name: 'worker',
      command: process.execPath,
      args: [COMMAND, 'worker', '--json'],
      env: { ...this.env, ...env },
      readyWhen: (line) => (JSON.parse(line) as { taskQueue?: string }).taskQueue,
      limitSeconds: 30,
    });
    return this.worker;
  }

  /** kill -9 of Temporal, then a new one on the same port and database file. Clients reconnect by themselves. */
  async restartTemporal(): Promise<void> {
    const { port } = this.temporal;
    await this.temporal.kill();
    this.temporal = await startTemporal({ folder: this.folder, port });
  }

  async stop(): Promise<void> {
    await this.worker?.kill();
    await this.client.connection.close();
    await this.simulator.close();
    await this.temporal.kill();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function connect(address: string): Promise<Client> {
  return new Client({ connection: await Connection.connect({ address }) });
}
