import { createHash, createHmac } from 'node:crypto';

export interface SignRequestInput {
  url: string;
  action: string;
  body: string | Buffer;
  region?: string;
  /** Headers that are sent and left out of the signature. */
  unsigned?: string[];
}

/** AWS's documented example key pair; no secret. */
const ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE';
const SECRET_ACCESS_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

/**
 * Headers of a call with a Signature Version 4 (IAM User Guide, "Create a signed AWS API request"), for bodies that
 * no SDK would send.
 */
export function signRequest({
  url,
  action,
  body,
  region = 'us-east-1',
  unsigned = [],
}: SignRequestInput): Record<string, string> {
  const time = `${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const scope = `${time.slice(0, 8)}/${region}/lightsail/aws4_request`;
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    host: new URL(url).host,
    'x-amz-date': time,
    'x-amz-target': `Lightsail_20161128.${action}`,
  };
  const signed = Object.entries(headers).filter(([name]) => !unsigned.includes(name));
  const signedHeaders = signed.map(([name]) => name).join(';');
  const lines = signed.map(([name, value]) => `${name}:${value}\n`);
  const canonical = `POST\n/\n\n${lines.join('')}\n${signedHeaders}\n${sha256(body)}`;
  const key = scope
    .split('/')
    .reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${SECRET_ACCESS_KEY}`);
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`).toString('hex');
  const credential = `Credential=${ACCESS_KEY_ID}/${scope}`;
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
}

function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
