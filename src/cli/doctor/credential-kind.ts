/**
 * Where the SDK took credentials from, by the feature that it notes for its user agent
 * (@aws-sdk/types, AwsSdkCredentialsFeatures). The most telling one first: a role that a profile assumes notes both.
 */
const KINDS: readonly [feature: string, kind: string][] = [
  ['CREDENTIALS_IMDS', 'the role of this EC2 instance'],
  ['CREDENTIALS_HTTP', 'the role of this container'],
  ['CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN', 'a role by web identity (AWS_WEB_IDENTITY_TOKEN_FILE)'],
  ['CREDENTIALS_PROFILE_STS_WEB_ID_TOKEN', 'a role by web identity, by the AWS profile'],
  ['CREDENTIALS_SSO', 'IAM Identity Center (SSO)'],
  ['CREDENTIALS_PROFILE_SSO', 'IAM Identity Center (SSO), by the AWS profile'],
  ['CREDENTIALS_LOGIN', 'aws login'],
  ['CREDENTIALS_PROFILE_LOGIN', 'aws login, by the AWS profile'],
  ['CREDENTIALS_STS_ASSUME_ROLE', 'a role that the AWS profile assumes'],
  ['CREDENTIALS_PROCESS', 'a credential process of the AWS profile'],
  ['CREDENTIALS_ENV_VARS', 'AWS_ACCESS_KEY_ID of the environment'],
  ['CREDENTIALS_PROFILE', 'a key in the AWS profile'],
];

export interface CredentialKindInput {
  /** `$source` of the SDK's identity. */
  source: Record<string, unknown> | undefined;
  env: NodeJS.ProcessEnv;
  isTemporary: boolean;
}

/** What sort of credentials they are, for people. Never a value of them. */
export function credentialKind({ source = {}, env, isTemporary }: CredentialKindInput): string {
  const found = KINDS.find(([feature]) => source[feature] !== undefined);
  const kind = found?.[1] ?? 'found by the AWS SDK';
  const profile = env['AWS_PROFILE'] ?? 'default';
  const named = kind.replace('the AWS profile', `the AWS profile "${profile}"`);
  return isTemporary ? `${named}, temporary` : named;
}
