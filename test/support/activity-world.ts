import { MockActivityEnvironment } from '@temporalio/testing';
import { ApplicationFailure } from '@temporalio/common';
import { DefaultLogger } from '@temporalio/worker';
import type { Instance } from '@aws-sdk/client-lightsail';
import { createActivities } from '../../src/activities';
import { createCatalogue } from '../../src/activities/catalogue';
import type { RunStates } from '../../src/activities/run-states';
import { createKnownAccounts, type KnownAccounts } from '../../src/activities/known-accounts';
import type { FleetActivities } from '../../src/contract/activities';
import { createLightsailRegions } from '../../src/lightsail/lightsail-regions';
import type { LightsailApi } from '../../src/lightsail/lightsail-api';
import { createWatchers } from '../../src/lightsail/watchers';
import { startSimulator, type RunningSimulator } from '../../src/simulator/simulator';
import { SimulatorControl } from './simulator-control';

const MAX_ATTEMPTS = 10;

export const REGION = 'us-east-1';
export const OWNER = { fleetId: 'nightly', ownerId: '0192f1c4-7a2b-7def-8000-000000000000' };

export const TEMPORAL_NAMESPACE = {
  ...{ name: 'default', id: '32049b68-7872-4094-8e63-d0dd59896a83', retentionSeconds: 86_400 },
};

type ResultOf<Name extends keyof FleetActivities> = Awaited<ReturnType<FleetActivities[Name]>>;

export interface StartActivityWorldInput {
  userDataDir?: string;
  vcpuQuota?: number;
  knownAccounts?: KnownAccounts;
  runStates?: RunStates;
}

/** Activities over the real adapter and the real wire, without a Temporal server. */
export class ActivityWorld {
  readonly control: SimulatorControl;
  readonly api: LightsailApi;
  readonly activities: FleetActivities;
  readonly draining = new AbortController();

  private constructor(
    private readonly simulator: RunningSimulator,
    input: StartActivityWorldInput,
  ) {
    this.control = new SimulatorControl(simulator.url);
    const lightsail = createLightsailRegions({
      callsPerSecond: 500,
      endpoint: simulator.url,
      credentials: {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      },
    });
    this.api = lightsail(REGION);
    this.activities = createActivities({
      lightsail,
      catalogue: createCatalogue(),
      runStates: {
        ofOwner: ({ ownerId }) => Promise.resolve({ ownerId, state: 'not-found' }),
        latest: () => Promise.resolve(undefined),
      },
      knownAccounts: createKnownAccounts(),
      temporalNamespace: TEMPORAL_NAMESPACE,
      schedules: { pauseOnFailure: () => Promise.resolve(false) },
      watchers: createWatchers({ lightsail, pollCeilingSeconds: 0.1 }),
      settleSeconds: 1.2,
      pollSeconds: 0.1,
      draining: this.draining.signal,
      ...input,
    });
  }

  static async start(input: StartActivityWorldInput = {}): Promise<ActivityWorld> {
    const simulator = await startSimulator({ host: '127.0.0.1', port: 0, speed: 100, seed: 1 });
    return new ActivityWorld(simulator, input);
  }

  /** Runs an activity from this attempt on, again after a failure that is worth it, as a worker would. */
  async run<Name extends keyof FleetActivities>(
    name: Name,
    input: Parameters<FleetActivities[Name]>[0],
    attempt = 1,
  ): Promise<ResultOf<Name>> {
    const activity = this.activities[name] as (given: typeof input) => Promise<ResultOf<Name>>;
    for (let next = attempt; ; next++) {
      const environment = new MockActivityEnvironment(
        { attempt: next },
        { logger: new DefaultLogger('ERROR') },
      );
      try {
        return await environment.run<[typeof input], ResultOf<Name>, typeof activity>(activity, input);
      } catch (error) {
        const worthIt = error instanceof ApplicationFailure && error.nonRetryable !== true;
        if (!worthIt || next >= MAX_ATTEMPTS) throw error;
      }
    }
  }

  async instance(instanceName: string): Promise<Instance | undefined> {
    return this.api.getInstance({ instanceName });
  }

  async countCalls(action: string): Promise<number> {
    return (await this.control.ledger()).filter((row) => row.action === action).length;
  }

  async stop(): Promise<void> {
    await this.simulator.close();
  }
}
