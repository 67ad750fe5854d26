import { setMaxListeners } from 'node:events';
import { Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createActivities } from './activities';
import { createCatalogue, warmCatalogue } from './activities/catalogue';
import { createKnownAccounts } from './activities/known-accounts';
import { readConfig, type Config } from './config';
import { createLightsailRegions } from './lightsail/lightsail-regions';
import { createWatchers } from './lightsail/watchers';
import { runUntilStopped } from './run-until-stopped';
import { listenForSignals } from './stop-signal';
import { createRunStates } from './temporal-runs';
import { readNamespace } from './temporal-namespace';
import type { TemporalFlags } from './temporal-profile';
import { createSchedules } from './temporal-schedules';
import { createLogger, installRuntime } from './telemetry';
import { connectWorker, requireSearchAttributes, type WorkerConnection } from './worker-connection';
import { workerIdentity } from './worker-identity';
import { loadWorkflowBundle } from './workflow-bundle';

/**
 * Grace < force < the orchestrator's own kill time (30 s in Kubernetes): a create in flight gets its answer;
 * waits end at once by the draining signal, without using the grace.
 */
const SHUTDOWN_GRACE = '20 seconds';
const SHUTDOWN_FORCE = '27 seconds';

/** Each waiting batch holds a slot; async I/O makes one cheap. Above the batches that are live on a worker. */
const ACTIVITY_SLOTS = 2000;

/** Measured: about 0.3 MB each, beside the 150 MB of an idle worker. */
const CACHED_WORKFLOWS = 500;

export interface RunWorkerInput {
  env: NodeJS.ProcessEnv;
  /** Where Temporal is, past the environment. */
  temporal?: TemporalFlags | undefined;
  /** Logs for people instead of NDJSON. */
  pretty?: boolean;
  /** Called when the worker polls its task queue. */
  onReady?: (ready: { taskQueue: string; namespace: string; address: string }) => void;
}

/**
 * Runs a worker until it is told to stop: the first SIGINT or SIGTERM drains, the second forces. Resolves with
 * the exit code; rejects when it cannot start or dies, so that its supervisor sees a failure.
 */
export async function runWorker({ env, temporal, pretty = false, onReady }: RunWorkerInput): Promise<number> {
  const config = readConfig(env);
  const logger = createLogger({ level: config.logLevel, pretty });
  installRuntime({ logger, metricsAddress: config.metricsAddress });
  const stop = listenForSignals(logger);
  setMaxListeners(ACTIVITY_SLOTS + 10, stop.signal);
  try {
    const connected = await connectWorker({ env, flags: temporal, logger, signal: stop.signal });
    try {
      await requireSearchAttributes({ connected, logger });
      const worker = await createWorker({ config, connected, draining: stop.signal, logger });
      await runUntilStopped({
        worker,
        stop,
        started: () => {
          logger.info(
            { taskQueue: config.taskQueue, namespace: connected.namespace, address: connected.address },
            'worker polls',
          );
          onReady?.({
            taskQueue: config.taskQueue,
            namespace: connected.namespace,
            address: connected.address,
          });
        },
      });
      logger.info('worker stopped');
    } finally {
      await connected.connection.close();
    }
  } finally {
    stop.dispose();
  }
  return 0;
}

async function createWorker({
  config,
  connected,
  draining,
  logger,
}: {
  config: Config;
  connected: WorkerConnection;
  draining: AbortSignal;
  logger: Logger;
}): Promise<Worker> {
  const lightsail = createLightsailRegions({
    callsPerSecond: config.callsPerSecond,
    onCall: (call) => {
      logger.debug(call, 'call to Lightsail');
    },
  });
  const watchers = createWatchers({ lightsail, pollCeilingSeconds: config.pollSeconds });
  const catalogue = createCatalogue();
  const { awsRegion } = config;
  // Not waited for: plans are right without it, too, and the worker has much else to start.
  if (awsRegion !== undefined)
    void warmCatalogue({ catalogue, api: lightsail(awsRegion), signal: draining, logger });
  const runStates = createRunStates(connected);
  const knownAccounts = createKnownAccounts();
  const schedules = createSchedules(connected);
  const temporalNamespace = await readNamespace(connected);
  const { taskQueue, pollSeconds, settleSeconds, userDataDir, vcpuQuota } = config;
  return Worker.create({
    connection: connected.connection,
    namespace: connected.namespace,
    taskQueue,
    identity: workerIdentity(),
    workflowBundle: await loadWorkflowBundle(),
    activities: createActivities({
      ...{ lightsail, watchers, catalogue, runStates, knownAccounts, schedules, temporalNamespace, draining },
      ...{ pollSeconds, settleSeconds, userDataDir, vcpuQuota },
    }),
    shutdownGraceTime: SHUTDOWN_GRACE,
    shutdownForceTime: SHUTDOWN_FORCE,
    maxConcurrentActivityTaskExecutions: ACTIVITY_SLOTS,
    maxCachedWorkflows: CACHED_WORKFLOWS,
    // A killed worker's sticky queue delays its workflows by this; the default of 10 s costs just that.
    stickyQueueScheduleToStartTimeout: '1 second',
    // Heartbeats carry the progress that people watch; the SDK would send them every 8 s.
    maxHeartbeatThrottleInterval: '1 second',
    defaultHeartbeatThrottleInterval: '1 second',
  });
}
