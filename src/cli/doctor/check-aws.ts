/* eslint-disable @typescript-eslint/no-require-imports -- the AWS SDK takes as long to load as all the rest, and is loaded
   only when Temporal was asked. A dynamic import() would need file names that jest cannot map. */
import { REGION_PATTERN, REGION_RULE } from '../../contract/region';
import { asWorkersConcern } from './as-workers-concern';
import type { AwsFindings } from './aws-findings';
import { skippedBecause, type CheckResult } from './check';
import { checkAwsAccount } from './check-aws-account';
import { checkAwsAnswer } from './check-aws-answer';
import { checkAwsCredentials } from './check-aws-credentials';
import { checkAwsEndpoint } from './check-aws-endpoint';
import { checkAwsPermissions } from './check-aws-permissions';
import { checkClock } from './check-clock';

/** Where AWS is asked when nobody says where: every account has it. */
const DEFAULT_REGION = 'us-east-1';

const NEEDS_REGION = ['AWS credentials', 'AWS answer', 'AWS permissions', 'AWS account', 'clock'];

export interface CheckAwsInput {
  env: NodeJS.ProcessEnv;
  /** Of the command line: nobody has checked it. */
  region: string | undefined;
  /** Of the environment, which was checked. */
  awsRegion: string | undefined;
  isWorkerHost: boolean;
}

/** All that concerns AWS. */
export async function checkAws({
  env,
  region,
  awsRegion,
  isWorkerHost,
}: CheckAwsInput): Promise<CheckResult[]> {
  if (region !== undefined && !REGION_PATTERN.test(region)) return ofWrongRegion(region);
  const { askAws } = require('./ask-aws') as typeof import('./ask-aws');
  const findings: AwsFindings = await askAws({ region: region ?? awsRegion ?? DEFAULT_REGION, env });
  const results = [
    checkAwsEndpoint(findings),
    checkAwsCredentials(findings),
    checkAwsAnswer(findings),
    checkAwsPermissions(findings),
    checkAwsAccount(findings),
  ];
  return [...(isWorkerHost ? results : results.map(asWorkersConcern)), checkClock(findings)];
}

/** Mistyped here and now, so it is no concern of a worker elsewhere. */
function ofWrongRegion(region: string): CheckResult[] {
  const message = `--region: ${REGION_RULE}, got ${JSON.stringify(region)}`;
  return [
    { check: 'AWS endpoint', status: 'wrong', message, fault: 'configuration' },
    ...NEEDS_REGION.map((check) => skippedBecause(check, 'the Region cannot be told')),
  ];
}
