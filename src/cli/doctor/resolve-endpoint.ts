import { GetRegionsCommand, LightsailClient } from '@aws-sdk/client-lightsail';

import { printable } from '../render/printable';
import { withoutUserinfo } from '../render/without-userinfo';
import { isAwsEndpoint } from './is-aws-endpoint';

export interface ResolvedEndpoint {
  /** Empty where there is a problem. */
  endpoint: string;
  endpointFrom?: string | undefined;
  /** Why no call can be sent anywhere. */
  endpointProblem?: string | undefined;
}

/** Nothing is signed with them: the call is ended before. */
const NOBODY = { accessKeyId: 'nobody', secretAccessKey: 'nobody' };

/**
 * Where the SDK would send a call, by its own rules and whatever overrides them, and what that is.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export async function resolveEndpoint({
  region,
  env,
}: {
  region: string;
  env: NodeJS.ProcessEnv;
}): Promise<ResolvedEndpoint> {
  try {
    const endpoint = await askSdk(region);
    if (isHttp(endpoint)) return { endpoint, endpointFrom: overrideOf({ endpoint, env }) };
    return { endpoint: '', endpointProblem: problemOf({ env, reason: `got ${endpoint}` }) };
  } catch (error) {
    return { endpoint: '', endpointProblem: problemOf({ env, reason: (error as Error).message }) };
  }
}

async function askSdk(region: string): Promise<string> {
  let endpoint = '';
  const client = new LightsailClient({ region, credentials: { ...NOBODY } });
  client.middlewareStack.add(
    () => async (args) => {
      const { protocol, hostname, port } = args.request as {
        protocol: string;
        hostname: string;
        port?: number;
      };
      endpoint = `${protocol}//${hostname}${port === undefined ? '' : `:${String(port)}`}`;
      return { response: undefined, output: { $metadata: {} } };
    },
    { step: 'build', name: 'endpointOnlyMiddleware' },
  );
  try {
    await client.send(new GetRegionsCommand({}));
    return endpoint;
  } finally {
    client.destroy();
  }
}

/** The SDK names neither the variable nor what is wrong with it: `Invalid URL`. */
function problemOf({ env, reason }: { env: NodeJS.ProcessEnv; reason: string }): string {
  const from = overridingVariable(env) ?? profileOf(env);
  const value = env[from] ?? '';
  if (value === '') return `${from}: ${printable(reason)}`;
  if (!isHttp(value))
    return `${from}: expected http:// or https://, got ${JSON.stringify(withoutUserinfo(value))}`;
  return `${from}=${printable(withoutUserinfo(value))}: ${printable(reason)}`;
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

function overrideOf({ endpoint, env }: { endpoint: string; env: NodeJS.ProcessEnv }): string | undefined {
  const variable = overridingVariable(env);
  const isAws = isAwsEndpoint(endpoint);
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true' && isAws) return undefined;
  if (variable !== undefined) return variable;
  return isAws ? undefined : profileOf(env);
}

function overridingVariable(env: NodeJS.ProcessEnv): string | undefined {
  return ['AWS_ENDPOINT_URL_LIGHTSAIL', 'AWS_ENDPOINT_URL'].find((name) => (env[name] ?? '') !== '');
}

function profileOf(env: NodeJS.ProcessEnv): string {
  return `endpoint_url of the AWS profile "${env['AWS_PROFILE'] ?? 'default'}"`;
}
