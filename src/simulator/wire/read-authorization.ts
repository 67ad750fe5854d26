import { AwsError } from '../errors/aws-error';

export interface Authorization {
  accessKeyId: string;
  /** From the credential scope: the Region that the call is for. */
  region: string;
  /** Of the credential scope, too: YYYYMMDD. */
  scopeDate: string;
  /** In lower case. */
  signedHeaders: string[];
  signature: string;
}

const SCOPE = /^([A-Za-z0-9]{1,128})\/(\d{8})\/([a-z0-9-]{1,64})\/([a-z0-9-]{1,64})\/aws4_request$/;

/**
 * Reads `Authorization: AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/lightsail/aws4_request, …`. Whether the
 * signature is right is judged in `access/`.
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
  const [, accessKeyId, scopeDate, region, service] = SCOPE.exec(parameters.get('Credential') ?? '') ?? [];
  if (accessKeyId === undefined || scopeDate === undefined || region === undefined) {
    throw incomplete(
      "Credential must have the form '<access key id>/<date>/<region>/lightsail/aws4_request'.",
    );
  }
  if (service !== 'lightsail') {
    const message = "Credential should be scoped to correct service: 'lightsail'.";
    throw new AwsError({ type: 'InvalidSignatureException', message });
  }
  const signedHeaders = (parameters.get('SignedHeaders') ?? '').toLowerCase().split(';');
  return { accessKeyId, region, scopeDate, signedHeaders, signature: parameters.get('Signature') ?? '' };
}

function incomplete(message: string): AwsError {
  return new AwsError({ type: 'IncompleteSignatureException', message });
}
