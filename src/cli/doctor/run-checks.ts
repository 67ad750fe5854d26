import { createFleetClient } from '../../client';
import { packageVersion } from '../../package-version';
import { connectClient, type ConnectedClient, type TemporalFlags } from '../../temporal-connection';
import { askAws } from './ask-aws';
import { skippedBecause, type CheckResult } from './check';
import { checkAwsAccount } from './check-aws-account';
import { checkAwsAnswer } from './check-aws-answer';
import { checkAwsCredentials } from './check-aws-credentials';
import { checkAwsEndpoint } from './check-aws-endpoint';
import { checkAwsPermissions } from './check-aws-permissions';
import { checkClock } from './check-clock';
import { checkEnvironment } from './check-environment';
import { checkNamespace } from './check-namespace';
import { checkNode } from './check-node';
import { checkProfile } from './check-profile';
import { checkSearchAttributes } from './check-search-attributes';
import { checkServer } from './check-server';
import { checkUi } from './check-ui';
import { checkVersions } from './check-versions';
import { checkWorker } from './check-worker';
import { asWorkersConcern } from './as-workers-concern';

/** Where AWS is asked when nobody says where: every account has it. */
const DEFAULT_REGION = 'us-east-1';

/** One call of a check to Temporal. */
const CALL_LIMIT_MILLIS = 5000;

export interface RunChecksInput {
  env: NodeJS.ProcessEnv;
  flags: TemporalFlags | undefined;
  region: string | undefined;
  /** A worker runs on this machine, or is to. */
  isWorkerHost: boolean;
  /** Told of each check as it ends, in order. */
  onResult: (result: CheckResult) => void;
}

/** All checks, cheapest cause first. One that fails skips what cannot be told without it. */
export async function runChecks({ onResult, ...input }: RunChecksInput): Promise<CheckResult[]> {
  const { env, flags, isWorkerHost } = input;
  const results: CheckResult[] = [];
  const tell = (...told: CheckResult[]) => {
    for (const result of told) {
      results.push(result);
      onResult(result);
    }
  };
  const { result, config } = checkEnvironment({ env });
  const profile = checkProfile({ env, flags });
  tell(checkNode({ version: process.version }), result, profile);
  const region = input.region ?? config?.awsRegion ?? DEFAULT_REGION;
  // Both at once: each may wait for its limit.
  const aws = askAws({ region, env });
  aws.catch(() => undefined);
  if (profile.status === 'wrong') tell(...withoutServer('where Temporal is cannot be told'));
  else tell(...(await checkTemporal({ ...input, taskQueue: config?.taskQueue })));
  tell(await checkUi({ env }));
  const findings = await aws;
  const ofAws = [
    checkAwsEndpoint(findings),
    checkAwsCredentials(findings),
    checkAwsAnswer(findings),
    checkAwsPermissions(findings),
    checkAwsAccount(findings),
  ];
  tell(...(isWorkerHost ? ofAws : ofAws.map(asWorkersConcern)), checkClock(findings));
  return results;
}

type CheckTemporalInput = Omit<RunChecksInput, 'onResult'> & { taskQueue: string | undefined };

async function checkTemporal({ env, flags, isWorkerHost, taskQueue }: CheckTemporalInput) {
  const { result, connected, serverVersion } = await checkServer({
    connect: () => connectClient({ env, flags }),
  });
  if (connected === undefined) return [result, ...withoutServer('Temporal does not answer').slice(1)];
  try {
    return await connected.connection.withDeadline(Date.now() + CALL_LIMIT_MILLIS, async () => [
      result,
      ...(await checkWithin({ connected, isWorkerHost, taskQueue, serverVersion })),
    ]);
  } finally {
    await connected.close();
  }
}

interface CheckWithinInput {
  connected: ConnectedClient;
  isWorkerHost: boolean;
  taskQueue: string | undefined;
  serverVersion: string | undefined;
}

/** What is in the namespace. */
async function checkWithin({ connected, isWorkerHost, taskQueue, serverVersion }: CheckWithinInput) {
  const own = packageVersion();
  const namespaceResult = await checkNamespace(connected);
  if (namespaceResult.status !== 'ok')
    return [namespaceResult, ...withoutServer('the namespace cannot be used').slice(2)];
  const { connection, namespace, client } = connected;
  const attributes = await checkSearchAttributes({ connection, namespace });
  if (taskQueue === undefined) {
    const because = 'the task queue cannot be told';
    return [
      namespaceResult,
      attributes,
      skippedBecause('worker', because),
      skippedBecause('versions', because),
    ];
  }
  const fleets = createFleetClient({ client, taskQueue });
  const findWorkers = () => fleets.findWorkers();
  const worker = await checkWorker({ findWorkers, taskQueue, namespace, isWorkerHost });
  const versions = checkVersions({ own, identities: worker.identities, serverVersion });
  return [namespaceResult, attributes, worker.result, versions];
}

const NEEDS_SERVER = ['Temporal server', 'namespace', 'search attributes', 'worker', 'versions'];

function withoutServer(because: string): CheckResult[] {
  return NEEDS_SERVER.map((check) => skippedBecause(check, because));
}
