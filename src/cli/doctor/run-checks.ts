import { setTimeout } from 'node:timers/promises';
import { connectClient, type TemporalFlags } from '../../temporal-connection';
import type { CheckResult } from './check';
import { checkAws } from './check-aws';
import { checkEnvironment } from './check-environment';
import { checkNode } from './check-node';
import { checkProfile } from './check-profile';
import { checkTemporal, withoutServer } from './check-temporal';
import { checkUi } from './check-ui';

/**
 * Loading the AWS SDK takes some hundred milliseconds in which nothing else happens, so the call to Temporal goes out
 * before. A server that does not answer by then is waited for beside AWS.
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
  const { result, config } = checkEnvironment({ env });
  const profile = checkProfile({ env, flags });
  tell(checkNode({ version: process.version }), result, profile);
  const { temporal, asked } = startTemporal({ ...input, profile, taskQueue: config?.taskQueue });
  await Promise.race([asked, setTimeout(HEAD_START_MILLIS, undefined, { ref: false })]);
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
  taskQueue: string | undefined;
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
