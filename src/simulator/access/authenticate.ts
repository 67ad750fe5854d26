import type { Authorization } from '../wire/read-authorization';
import { checkSession, invalidToken } from './check-session';
import { checkSigningDate } from './check-signing-date';
import type { Credential } from './credential-schema';
import { verifySignature, type ReceivedRequest } from './verify-signature';

export interface AuthenticateInput {
  /** Of the world; undefined where every key is accepted. */
  credentials: readonly Credential[] | undefined;
  authorization: Authorization;
  received: ReceivedRequest;
  /** The true time, shifted by the setting `clockSkewSeconds`. */
  nowMillis: number;
}

/** Throws what AWS answers where a call was not sent by whom it says, or not now. */
export async function authenticate(input: AuthenticateInput): Promise<void> {
  const { credentials, authorization, received, nowMillis } = input;
  if (credentials === undefined) return;
  const credential = credentials.find(({ accessKeyId }) => accessKeyId === authorization.accessKeyId);
  if (credential === undefined) throw invalidToken();
  const sessionToken = textOf(received.headers['x-amz-security-token']);
  checkSession({ credential, sessionToken, nowMillis });
  const amzDate = textOf(received.headers['x-amz-date']);
  const signedAt = checkSigningDate({ amzDate, scopeDate: authorization.scopeDate, nowMillis });
  await verifySignature({ ...authorization, received, credential, signedAt });
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
