import { join } from 'node:path';
import { SimulatorUnderTest } from '../simulator/support/simulator-under-test';
import { AWS_ENVIRONMENT } from './support/aws-cli';
import { describeWithPython } from './support/describe-with-python';
import { runProcess } from '../support/run-process';

const SESSION = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'temporary-secret-of-the-tests',
  sessionToken: 'token/of+the=tests',
};

/** Prints the name of an instance with signs of many kinds in the call, or the code of the error. */
const BOTO3 = `
import boto3, botocore, sys
client = boto3.client('lightsail', endpoint_url=sys.argv[1])
try:
    client.tag_resource(resourceName='somebody-elses', tags=[{'key': 'a b', 'value': 'ü/é =&+'}])
    print(client.get_instances()['instances'][0]['name'])
except botocore.exceptions.ClientError as error:
    print(error.response['Error']['Code'])
`;

describeWithPython('the signatures of clients that are not ours', ({ python, directory, test }) => {
  let simulator: SimulatorUnderTest;

  const environment = ({
    secretAccessKey = SESSION.secretAccessKey,
    sessionToken = SESSION.sessionToken,
  }) => ({
    ...AWS_ENVIRONMENT,
    AWS_ACCESS_KEY_ID: SESSION.accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  });
  const boto3 = async (change: Partial<typeof SESSION>): Promise<string> => {
    const args = ['-c', BOTO3, simulator.url];
    const { stdout, stderr } = await runProcess({ command: python, args, env: environment(change) });
    return (stdout || stderr).trim();
  };
  const cli = async (change: Partial<typeof SESSION>): Promise<string> => {
    const { stdout, stderr } = await runProcess({
      command: join(directory, 'aws'),
      args: [
        ...['lightsail', 'get-instances', '--endpoint-url', simulator.url],
        ...['--query', 'instances[0].name', '--output', 'text'],
      ],
      env: environment(change),
    });
    return (stdout || stderr).trim();
  };

  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start();
    await simulator.control('PUT', 'world', { credentials: [SESSION] });
  });
  afterAll(async () => simulator?.close());

  test('boto3 is answered with the right secret and token, and refused with others', async () => {
    expect(await boto3({})).toBe('somebody-elses');
    expect(await boto3({ secretAccessKey: 'another' })).toBe('InvalidSignatureException');
    expect(await boto3({ sessionToken: 'another' })).toBe('UnrecognizedClientException');
  });

  test('the AWS CLI is answered with the right secret, and refused with another', async () => {
    expect(await cli({})).toBe('somebody-elses');
    expect(await cli({ secretAccessKey: 'another' })).toContain('(InvalidSignatureException)');
  });
});
