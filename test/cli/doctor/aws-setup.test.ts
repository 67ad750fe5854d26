import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAws } from '../../../src/cli/doctor/ask-aws';
import type { AwsFindings } from '../../../src/cli/doctor/aws-findings';
import { checkAws } from '../../../src/cli/doctor/check-aws';
import { checkAwsCredentials } from '../../../src/cli/doctor/check-aws-credentials';
import { checkAwsEndpoint } from '../../../src/cli/doctor/check-aws-endpoint';
import { readCredentials } from '../../../src/cli/doctor/read-credentials';
import { resolveEndpoint } from '../../../src/cli/doctor/resolve-endpoint';

const fine: AwsFindings = {
  region: 'us-east-1',
  endpoint: 'https://lightsail.us-east-1.amazonaws.com',
  credentials: { kind: 'a key' },
  failures: [],
  readCount: 9,
  arn: 'arn:aws:lightsail:us-east-1:123456789012:Instance/x',
  clock: { serverMillis: 0, localMillis: 0 },
};
describe('the endpoint', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });
  const region = 'eu-west-1';
  const resolve = async (env: Record<string, string>) => {
    // The SDK reads it there and nowhere else.
    Object.assign(process.env, env);
    return checkAwsEndpoint({ ...fine, region, ...(await resolveEndpoint({ region, env })) });
  };

  it("is AWS's own", async () => {
    expect(await resolve({})).toMatchObject({
      status: 'ok',
      message: 'https://lightsail.eu-west-1.amazonaws.com',
    });
  });

  it.each(['AWS_ENDPOINT_URL_LIGHTSAIL', 'AWS_ENDPOINT_URL'])('by %s is not AWS', async (name) => {
    expect(await resolve({ [name]: 'http://127.0.0.1:4599' })).toMatchObject({
      status: 'warning',
      message: `calls go to http://127.0.0.1:4599 (from ${name}), which is not the real AWS`,
    });
  });

  it.each([
    ['sim.internal', 'expected http:// or https://, got "sim.internal"'],
    ['localhost:4566', 'expected http:// or https://, got "localhost:4566"'],
    ['ops:SECRET@sim.internal', 'expected http:// or https://, got "sim.internal"'],
  ])('that is no address (%s) is wrong, and nothing else is looked at', async (url, problem) => {
    const env = { AWS_ENDPOINT_URL_LIGHTSAIL: url };
    Object.assign(process.env, env);
    const results = await checkAws({ env, region: undefined, awsRegion: 'eu-west-1', isWorkerHost: true });
    expect(results[0]).toMatchObject({
      check: 'AWS endpoint',
      status: 'wrong',
      fault: 'configuration',
      message: `AWS_ENDPOINT_URL_LIGHTSAIL: ${problem}`,
    });
    expect(results.slice(1).map(({ status }) => status)).toEqual(Array(5).fill('skipped'));
  });

  it("of another Region's AWS is wrong", async () => {
    const url = 'https://lightsail.us-east-1.amazonaws.com';
    expect(await resolve({ AWS_ENDPOINT_URL_LIGHTSAIL: url })).toMatchObject({
      status: 'wrong',
      fault: 'configuration',
      message: `calls of eu-west-1 go to ${url} (from AWS_ENDPOINT_URL_LIGHTSAIL), which is AWS in us-east-1`,
    });
  });

  it('of a private network is AWS', async () => {
    const url = 'https://vpce-1.lightsail.eu-west-1.vpce.amazonaws.com';
    expect(await resolve({ AWS_ENDPOINT_URL_LIGHTSAIL: url })).toMatchObject({ status: 'ok' });
  });
});

test('a Region that is none is wrong, also where no worker runs, and AWS is not asked', async () => {
  const results = await checkAws({ env: {}, region: 'us east 1', awsRegion: undefined, isWorkerHost: false });
  expect(results.map(({ status }) => status)).toEqual(['wrong', ...Array<string>(5).fill('skipped')]);
  expect(results[0]).toMatchObject({
    fault: 'configuration',
    message: '--region: expected a Region such as us-east-1, got "us east 1"',
  });
});

describe('credentials that fail', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });
  const ask = (process_: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'lightsail-fleet-aws-'));
    const file = join(folder, 'config');
    writeFileSync(file, `[profile ops]\ncredential_process = ${process_}\n`);
    const env = {
      AWS_CONFIG_FILE: file,
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
      AWS_PROFILE: 'ops',
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    process.env = { PATH: before['PATH'], ...env };
    return askAws({ region: 'eu-west-1', env });
  };

  it('are told by profile and kind: the message of the SDK quotes the command and what it prints', async () => {
    const findings = await ask(`"${process.execPath}" -e "console.error('SECRET'); process.exit(1)"`);
    const { message } = checkAwsCredentials(findings);
    expect(message).toBe('none are found (CredentialsProviderError of the AWS profile "ops")');
  });

  it('by never coming are given up', async () => {
    const ask = () => new Promise<never>(() => undefined);
    expect(await readCredentials({ ask, env: { AWS_PROFILE: 'ops' }, limitMillis: 1 })).toEqual({
      problem: 'TimeoutError of the AWS profile "ops"',
    });
  });
});
