import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { SignatureV4 } from '@smithy/signature-v4';
import { invalidSignature } from './check-signing-date';
import type { Credential } from './credential-schema';
import { NodeSha256 } from './node-sha256';
import { isSameText } from './same-text';

/**
 * "host" and every "x-amz-" header that is sent (IAM User Guide, "Create a signed AWS API request"): without them in the
 * signature somebody on the way could send the call elsewhere, or make it another one.
 */
function mustBeSigned(name: string): boolean {
  return name === 'host' || name.startsWith('x-amz-');
}

export interface ReceivedRequest {
  method: string;
  /** With its query, as it came. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface VerifySignatureInput {
  received: ReceivedRequest;
  credential: Credential;
  region: string;
  signedHeaders: readonly string[];
  signature: string;
  signedAt: Date;
}

/** Signs what came once more, with the secret that we know, over the headers that the client named. */
export async function verifySignature(input: VerifySignatureInput): Promise<void> {
  const { received, signedHeaders, signature } = input;
  const sent = Object.keys(received.headers);
  const unsigned = ['x-amz-date', ...sent].find(
    (name) => mustBeSigned(name) && !signedHeaders.includes(name),
  );
  if (unsigned !== undefined)
    throw invalidSignature(`'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`);
  if (signedHeaders.some((name) => !sent.includes(name))) throw doesNotMatch();
  const bodyHash = createHash('sha256').update(received.body).digest('hex');
  const statedHash = received.headers['x-amz-content-sha256'];
  if (statedHash !== undefined && statedHash !== bodyHash) throw doesNotMatch();
  const expected = await signatureOf({ ...input, bodyHash });
  if (!isSameText({ given: signature, expected })) throw doesNotMatch();
}

async function signatureOf(input: VerifySignatureInput & { bodyHash: string }): Promise<string> {
  const { received, credential, region, signedHeaders, signedAt } = input;
  const [path = '/', ...afterPath] = received.url.split('?');
  const query = afterPath.join('?');
  const { accessKeyId, secretAccessKey } = credential;
  const signer = new SignatureV4({
    service: 'lightsail',
    region,
    // Not the session token: where the client signed it, it is among the headers.
    credentials: { accessKeyId, secretAccessKey },
    sha256: NodeSha256,
    applyChecksum: false,
  });
  const signed = await signer.sign(
    {
      method: received.method,
      protocol: 'http:',
      hostname: 'simulator',
      path,
      query: queryOf(query),
      headers: headersOf({ headers: received.headers, names: signedHeaders }),
      body: received.body,
    },
    { signingDate: signedAt, signableHeaders: new Set(signedHeaders) },
  );
  return /Signature=([0-9a-f]+)$/.exec(signed.headers['authorization'] ?? '')?.[1] ?? '';
}

function headersOf(input: {
  headers: IncomingHttpHeaders;
  names: readonly string[];
}): Record<string, string> {
  return Object.fromEntries(
    input.names
      .filter((name) => Object.hasOwn(input.headers, name))
      .map((name) => [name, [input.headers[name] ?? ''].flat().join(',')]),
  );
}

function queryOf(text: string): Record<string, string[]> {
  const query = new URLSearchParams(text);
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
}

function doesNotMatch(): Error {
  return invalidSignature(
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  );
}
