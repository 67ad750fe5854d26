import { AwsError } from '../errors/aws-error';
import type { Credential } from './credential-schema';
import { isSameText } from './same-text';

export interface CheckSessionInput {
  credential: Credential;
  /** `x-amz-security-token`, if the call carries one. */
  sessionToken: string | undefined;
  nowMillis: number;
}

/** Throws where the session token is not that of the credential, or has expired. */
export function checkSession({ credential, sessionToken, nowMillis }: CheckSessionInput): void {
  const given = sessionToken ?? '';
  if (!isSameText({ given, expected: credential.sessionToken ?? '' })) throw invalidToken();
  if (credential.expiresAt !== undefined && Date.parse(credential.expiresAt) <= nowMillis) {
    const message = 'The security token included in the request is expired';
    throw new AwsError({ type: 'ExpiredTokenException', message });
  }
}

/** Also of a key that nobody has: AWS does not tell the two apart. */
export function invalidToken(): AwsError {
  const message = 'The security token included in the request is invalid.';
  return new AwsError({ type: 'UnrecognizedClientException', message });
}
