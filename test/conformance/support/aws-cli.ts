import { join } from 'node:path';
import { EXAMPLE_CREDENTIALS } from '../../simulator/support/simulator-under-test';
import type { ProcessRun } from '../../support/run-process';
import { runProcess } from '../../support/run-process';

export interface RunAwsInput {
  /** Holds `aws`. */
  directory: string;
  url: string;
  args: readonly string[];
}

/** What the AWS CLI finds in its environment: our credentials, and nothing of the user's. */
export const AWS_ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: EXAMPLE_CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: EXAMPLE_CREDENTIALS.secretAccessKey,
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_MAX_ATTEMPTS: '1',
};

/** `aws lightsail …` as a process of its own. */
export async function runAws({ directory, url, args }: RunAwsInput): Promise<ProcessRun> {
  return runProcess({
    command: join(directory, 'aws'),
    args: ['lightsail', ...args, '--endpoint-url', url, '--output', 'json'],
    env: AWS_ENVIRONMENT,
  });
}
