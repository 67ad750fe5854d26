import { GetRegionsCommand, LightsailClient } from '@aws-sdk/client-lightsail';

export interface ResolvedEndpoint {
  endpoint: string;
  endpointFrom?: string | undefined;
}

/** Nothing is signed with them: the call is ended before. */
const NOBODY = { accessKeyId: 'nobody', secretAccessKey: 'nobody' };

/** AWS's own hosts, private ones (vpce) among them. */
const AWS_HOST = /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|api\.aws|aws\.dev)$/;

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
  const client = new LightsailClient({ region, credentials: { ...NOBODY } });
  let endpoint = '';
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
  await client.send(new GetRegionsCommand({}));
  client.destroy();
  return { endpoint, endpointFrom: overrideOf({ endpoint, env }) };
}

function overrideOf({ endpoint, env }: { endpoint: string; env: NodeJS.ProcessEnv }): string | undefined {
  const variable = ['AWS_ENDPOINT_URL_LIGHTSAIL', 'AWS_ENDPOINT_URL'].find(
    (name) => (env[name] ?? '') !== '',
  );
  const isAws = isAwsEndpoint(endpoint);
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true' && isAws) return undefined;
  if (variable !== undefined) return variable;
  return isAws ? undefined : `endpoint_url of the AWS profile "${env['AWS_PROFILE'] ?? 'default'}"`;
}

export function isAwsEndpoint(endpoint: string): boolean {
  return URL.canParse(endpoint) && AWS_HOST.test(new URL(endpoint).hostname);
}
