import { setTimeout } from 'node:timers/promises';
import type { AwsFindings } from './aws-findings';
import { credentialKind } from './credential-kind';
import { credentialProblem } from './credential-problem';

/** A role is assumed within a second or two; that no machine tells its role takes the SDK up to some seconds. */
const LIMIT_MILLIS = 10_000;

/** Of the SDK's identity, the parts that are no secret, and that it is temporary. */
interface Identity {
  sessionToken?: string | undefined;
  expiration?: Date | undefined;
  $source?: object | undefined;
}

export interface ReadCredentialsInput {
  /** The SDK's own chain. */
  ask: () => Promise<Identity>;
  env: NodeJS.ProcessEnv;
  limitMillis?: number | undefined;
}

/** What kind of credentials there are, or why none. */
export async function readCredentials({
  ask,
  env,
  limitMillis = LIMIT_MILLIS,
}: ReadCredentialsInput): Promise<AwsFindings['credentials']> {
  const ended = new AbortController();
  try {
    const identity = await Promise.race([ask(), tooLate({ limitMillis, signal: ended.signal })]);
    const source = identity.$source as Record<string, unknown> | undefined;
    const isTemporary = identity.sessionToken !== undefined;
    return { kind: credentialKind({ source, env, isTemporary }), expiresAt: identity.expiration };
  } catch (error) {
    return { problem: credentialProblem({ error, env }) };
  } finally {
    ended.abort();
  }
}

/** The SDK itself waits for ever for a `credential_process`. */
async function tooLate({
  limitMillis,
  signal,
}: {
  limitMillis: number;
  signal: AbortSignal;
}): Promise<never> {
  await setTimeout(limitMillis, undefined, { signal }).catch(() => undefined);
  throw Object.assign(new Error('credentials did not come in time'), { name: 'TimeoutError' });
}
