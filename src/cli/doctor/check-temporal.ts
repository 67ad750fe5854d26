/* eslint-disable @typescript-eslint/no-require-imports -- what asks for workers loads zod, and is loaded only when the server
   was asked. A dynamic import() would need file names that jest cannot map. */
import { CALL_LIMIT_MILLIS } from '../../client/call-limit';
import { packageVersion } from '../../package-version';
import type { ConnectedClient } from '../../temporal-connection';
import { skippedBecause, type CheckResult } from './check';
import { checkNamespace } from './check-namespace';
import { checkSearchAttributes } from './check-search-attributes';
import { checkServer } from './check-server';
import { checkVersions } from './check-versions';
import { checkWorker } from './check-worker';

export interface CheckTemporalInput {
  connect: () => Promise<ConnectedClient>;
  isWorkerHost: boolean;
  /** Undefined where the environment is at fault. */
  taskQueue: () => string | undefined;
  /** Called when the server has answered, or has not. */
  onServerAsked: () => void;
}

/** The server, and what is in the namespace. */
export async function checkTemporal(input: CheckTemporalInput): Promise<CheckResult[]> {
  const { result, connected, serverVersion } = await checkServer(input);
  input.onServerAsked();
  if (connected === undefined) return [result, ...withoutServer('Temporal does not answer').slice(1)];
  try {
    return [result, ...(await checkWithin({ ...input, connected, serverVersion }))];
  } finally {
    await connected.close();
  }
}

interface CheckWithinInput extends Pick<CheckTemporalInput, 'isWorkerHost' | 'taskQueue'> {
  connected: ConnectedClient;
  serverVersion: string | undefined;
}

async function checkWithin({ connected, isWorkerHost, serverVersion, ...input }: CheckWithinInput) {
  const { connection, namespace, client } = connected;
  // Each has its own: one slow answer would else leave the later ones no time.
  const within = <Result>(check: () => Promise<Result>) =>
    connection.withDeadline(Date.now() + CALL_LIMIT_MILLIS, check);
  const found = await within(() => checkNamespace(connected));
  if (found.status !== 'ok') return [found, ...withoutServer('the namespace cannot be used').slice(2)];
  const attributes = await within(() => checkSearchAttributes({ connection, namespace }));
  const taskQueue = input.taskQueue();
  if (taskQueue === undefined) {
    const because = 'the task queue cannot be told';
    return [found, attributes, skippedBecause('worker', because), skippedBecause('versions', because)];
  }
  const { findWorkers } = require('../../client/find-workers') as typeof import('../../client/find-workers');
  const worker = await checkWorker({
    findWorkers: () => findWorkers({ client, taskQueue }),
    taskQueue,
    namespace,
    isWorkerHost,
  });
  const own = packageVersion();
  const versions = checkVersions({ own, identities: worker.identities, serverVersion });
  return [found, attributes, worker.result, versions];
}

const NEEDS_SERVER = ['Temporal server', 'namespace', 'search attributes', 'worker', 'versions'];

export function withoutServer(because: string): CheckResult[] {
  return NEEDS_SERVER.map((check) => skippedBecause(check, because));
}
