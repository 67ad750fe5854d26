/* eslint-disable @typescript-eslint/no-require-imports -- what reads the environment loads zod, and is loaded only when Temporal
   was asked. A dynamic import() would need file names that jest cannot map. */
import { setTimeout } from 'node:timers/promises';
import { connectClient, type TemporalFlags } from '../../temporal-connection';
import type { CheckResult } from './check';
import { checkAws } from './check-aws';
import type { CheckEnvironmentResult } from './check-environment';
import { checkNode } from './check-node';
import { checkProfile } from './check-profile';
import { checkTemporal, withoutServer } from './check-temporal';
import { checkUi } from './check-ui';

/**
 * Loading zod and the AWS SDK takes some hundred milliseconds in which nothing else happens, so the call to Temporal goes
 * out before. A server that does not answer by then is waited for beside AWS.
 */
const HEAD_START_MILLIS = 500;

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
  const environment = environmentOf(env);
  const profile = checkProfile({ env, flags });
  tell(checkNode({ version: process.version }));
  const taskQueue = () => environment().config?.taskQueue;
  const { temporal, asked } = startTemporal({ ...input, profile, taskQueue });
  await Promise.race([asked, setTimeout(HEAD_START_MILLIS, undefined, { ref: false })]);
  const { result, config } = environment();
  tell(result, profile);
  // Both at once: each may wait for its limits.
  const aws = checkAws({ env, region: input.region, awsRegion: config?.awsRegion, isWorkerHost });
  aws.catch(() => undefined);
  tell(...(await temporal));
  tell(await checkUi({ env }));
  tell(...(await aws));
  return results;
}

interface StartTemporalInput extends Omit<RunChecksInput, 'onResult' | 'region'> {
  profile: CheckResult;
  taskQueue: () => string | undefined;
}

/** Looks at it once, when it is first asked. */
function environmentOf(env: NodeJS.ProcessEnv): () => CheckEnvironmentResult {
  let found: CheckEnvironmentResult | undefined;
  return () => {
    const { checkEnvironment } = require('./check-environment') as typeof import('./check-environment');
    found ??= checkEnvironment({ env });
    return found;
  };
}

function startTemporal({ env, flags, isWorkerHost, profile, taskQueue }: StartTemporalInput) {
  if (profile.status === 'wrong') {
    const temporal = Promise.resolve(withoutServer('where Temporal is cannot be told'));
    return { temporal, asked: temporal };
  }
  let onServerAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    onServerAsked = resolve;
  });
  const connect = () => connectClient({ env, flags });
  const temporal = checkTemporal({ connect, isWorkerHost, taskQueue, onServerAsked });
  // Waited for by the caller, once AWS is being asked.
  temporal.catch(() => undefined);
  return { temporal, asked };
}
