import {
  GetBundlesCommand,
  GetDisksCommand,
  GetInstancesCommand,
  GetInstanceSnapshotCommand,
  GetKeyPairsCommand,
  GetLoadBalancersCommand,
  GetOperationsCommand,
  GetRegionsCommand,
  GetStaticIpsCommand,
  type LightsailClient,
} from '@aws-sdk/client-lightsail';
import { classifyError } from '../../lightsail/classify-error';
import type { LightsailError } from '../../lightsail/lightsail-error';
import { createSdkClients } from '../../lightsail/sdk-clients';
import type { AwsFindings } from './aws-findings';
import { noteAnswers, type NotedAnswer } from './note-answers';
import { readCredentials } from './read-credentials';
import { resolveEndpoint } from './resolve-endpoint';

/** A person waits. The SDK's own three attempts are within it. */
const CALL_LIMIT_MILLIS = 5000;

/** A name that a person would hardly give. */
const NO_SUCH_NAME = 'lightsail-fleet-doctor-looks-for-nothing';

type Send = (client: LightsailClient, signal: AbortSignal) => Promise<object>;

/** The reads of a plan and of a run that need no id of anything, each one call. What they find is not looked at. */
const READS: Readonly<Record<string, Send>> = {
  GetBundles: (client, abortSignal) => client.send(new GetBundlesCommand({}), { abortSignal }),
  GetInstances: (client, abortSignal) => client.send(new GetInstancesCommand({}), { abortSignal }),
  GetKeyPairs: (client, abortSignal) => client.send(new GetKeyPairsCommand({}), { abortSignal }),
  GetDisks: (client, abortSignal) => client.send(new GetDisksCommand({}), { abortSignal }),
  GetStaticIps: (client, abortSignal) => client.send(new GetStaticIpsCommand({}), { abortSignal }),
  GetLoadBalancers: (client, abortSignal) => client.send(new GetLoadBalancersCommand({}), { abortSignal }),
  GetOperations: (client, abortSignal) => client.send(new GetOperationsCommand({}), { abortSignal }),
  GetInstanceSnapshot: (client, abortSignal) =>
    client.send(new GetInstanceSnapshotCommand({ instanceSnapshotName: NO_SUCH_NAME }), { abortSignal }),
};

export interface AskAwsInput {
  region: string;
  env: NodeJS.ProcessEnv;
}

/** Asks AWS as a worker on this machine would: the SDK's own chain of credentials and endpoints. Nothing is changed. */
export async function askAws({ region, env }: AskAwsInput): Promise<AwsFindings> {
  const nothing = { region, credentials: { problem: 'not looked for' }, failures: [], readCount: 0 };
  const resolved = await resolveEndpoint({ region, env });
  if (resolved.endpointProblem !== undefined) return { ...nothing, ...resolved };
  const { reads: client, writes } = createSdkClients({ region });
  const answers = noteAnswers(client);
  try {
    const credentials = await readCredentials({ ask: client.config.credentials, env });
    const base = { ...nothing, ...resolved, credentials };
    if ('problem' in credentials) return base;
    const refusal = await call('GetRegions', client, (one, abortSignal) =>
      one.send(new GetRegionsCommand({}), { abortSignal }),
    );
    const withClock = { ...base, refusal, clock: answers[0], readCount: 1 };
    if (refusal !== undefined && refusal.kind !== 'denied') return withClock;
    return { ...withClock, ...(await readTheRest(client, answers)) };
  } finally {
    client.destroy();
    writes.destroy();
  }
}

async function readTheRest(client: LightsailClient, answers: readonly NotedAnswer[]) {
  const all = await Promise.all(Object.entries(READS).map(([action, send]) => call(action, client, send)));
  const failures = all.filter((failure) => failure !== undefined && failure.kind !== 'not-found');
  const arn = answers.find((answer) => answer.arn !== undefined)?.arn;
  return { failures: failures as LightsailError[], readCount: 1 + all.length, arn };
}

/** What kept the call from being answered; undefined: nothing did. */
async function call(
  action: string,
  client: LightsailClient,
  send: Send,
): Promise<LightsailError | undefined> {
  try {
    await send(client, AbortSignal.timeout(CALL_LIMIT_MILLIS));
    return undefined;
  } catch (error) {
    return classifyError({ error, action });
  }
}
