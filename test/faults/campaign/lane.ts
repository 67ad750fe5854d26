import { join } from 'node:path';
import type { CallNotice } from '../../../src/simulator/simulator-options';
import { startSimulator, type RunningSimulator } from '../../../src/simulator/simulator';
import { SimulatorControl } from '../../support/simulator-control';
import type { Ground } from './ground';
import { Stranger } from './stranger';
import { WorkerProcess } from './worker-process';

/**
 * Seconds after which undo no longer looks for a create whose outcome is unknown. What a plan lets appear late, or
 * answers late, must be there sooner, in real seconds.
 */
export const SETTLE_SECONDS = 2.5;

/** Low enough that a worker without a limit would break it, high enough that plans do not wait for their turn. */
const CALLS_PER_SECOND = 40;
/** Of the product's token bucket: calls that may leave together after a pause. */
const BURST_CALLS = 3;

export const RATE_LIMITS = { callsPerSecond: CALLS_PER_SECOND, burstCalls: BURST_CALLS };

type OnCall = (notice: CallNotice) => Promise<void | 'drop'>;

/** A world and its worker: one simulator and one task queue, used by one plan after the other. */
export class Lane {
  readonly control: SimulatorControl;
  readonly stranger: Stranger;
  readonly worker: WorkerProcess;
  readonly taskQueue: string;
  /** Asked about every call; the plan that is played sets it. */
  onCall: OnCall | undefined;

  private constructor(
    readonly ground: Ground,
    readonly index: number,
    readonly simulator: RunningSimulator,
    workerEnv: Record<string, string>,
  ) {
    this.control = new SimulatorControl(simulator.url);
    this.stranger = new Stranger(simulator.url);
    this.taskQueue = `lane-${String(index)}`;
    this.worker = new WorkerProcess({
      lane: index,
      logFile: join(ground.folder, `worker-${String(index)}.log`),
      env: {
        HOME: ground.folder,
        AWS_REGION: 'us-east-1',
        AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url,
        TEMPORAL_ADDRESS: ground.temporalAddress,
        FLEET_TASK_QUEUE: this.taskQueue,
        FLEET_POLL_SECONDS: '0.4',
        FLEET_SETTLE_SECONDS: String(SETTLE_SECONDS),
        FLEET_CALLS_PER_SECOND: String(CALLS_PER_SECOND),
        LOG_LEVEL: 'warn',
        ...workerEnv,
      },
    });
  }

  static async start(input: {
    ground: Ground;
    index: number;
    workerEnv?: Record<string, string>;
  }): Promise<Lane> {
    const { ground, index, workerEnv = {} } = input;
    // The simulator runs in this process, so that a hook in its wire is exact: nothing happens while it is awaited.
    const hook: { lane?: Lane } = {};
    const simulator = await startSimulator({ onCall: (notice) => hook.lane?.onCall?.(notice) });
    const lane = new Lane(ground, index, simulator, workerEnv);
    hook.lane = lane;
    await lane.worker.start();
    return lane;
  }

  async stop(): Promise<void> {
    await this.worker.stop();
    this.stranger.close();
    await this.simulator.close();
  }
}
