import { AwsError } from '../errors/aws-error';

export interface Authorization {
  accessKeyId: string;
  /** From the credential scope: the Region that the call is for. */
  region: string;
}

const SCOPE = /^([A-Za-z0-9]{16,128})\/(\d{8})\/([a-z0-9-]{1,64})\/([a-z0-9-]{1,64})\/aws4_request$/;

/**
 * Reads `Authorization: AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/lightsail/aws4_request, …`. The
 * signature itself is not verified (docs/simulator-differences.md).
 */
export function readAuthorization(header: string | undefined): Authorization {
  if (header === undefined || header.trim() === '') {
    throw new AwsError({
      type: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    });
  }
  if (!header.startsWith('AWS4-HMAC-SHA256 '))
    throw incomplete("Authorization header requires 'AWS4-HMAC-SHA256'.");
  const parameters = new Map(
    header
      .slice('AWS4-HMAC-SHA256 '.length)
      .split(',')
      .map((part): [string, string] => {
        const [name = '', ...value] = part.trim().split('=');
        return [name, value.join('=')];
      }),
  );
  for (const name of ['Credential', 'SignedHeaders', 'Signature']) {
    if (!parameters.get(name)) throw incomplete(`Authorization header requires '${name}' parameter.`);
  }
  const [, accessKeyId, , region, service] = SCOPE.exec(parameters.get('Credential') ?? '') ?? [];
  if (accessKeyId === undefined || region === undefined) {
    throw incomplete(
      "Credential must have the form '<access key id>/<date>/<region>/lightsail/aws4_request'.",
    );
  }
  if (service !== 'lightsail') {
    const message = "Credential should be scoped to correct service: 'lightsail'.";
    throw new AwsError({ type: 'InvalidSignatureException', message });
  }
  return { accessKeyId, region };
}

function incomplete(message: string): AwsError {
  return new AwsError({ type: 'IncompleteSignatureException', message });
}
