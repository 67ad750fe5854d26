import { Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createActivities } from './activities';
import { createCatalogue, warmCatalogue } from './activities/catalogue';
import { createKnownAccounts } from './activities/known-accounts';
import type { Config } from './config';
import { createLightsailRegions } from './lightsail/lightsail-regions';
import { createWatchers } from './lightsail/watchers';
import { readNamespace } from './temporal-namespace';
import { createRunStates } from './temporal-runs';
import { createSchedules } from './temporal-schedules';
import type { WorkerConnection } from './worker-connection';
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

export interface CreateWorkerInput {
  config: Config;
  connected: WorkerConnection;
  draining: AbortSignal;
  logger: Logger;
}

/** Puts the parts of a worker together. It polls when it is run. */
export async function createWorker({
  config,
  connected,
  draining,
  logger,
}: CreateWorkerInput): Promise<Worker> {
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
