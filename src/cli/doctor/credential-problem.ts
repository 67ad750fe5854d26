/** Providers that a variable turns on, in the order in which the SDK asks them. */
const ASKED: readonly (readonly [variable: string, name: string])[] = [
  ['AWS_PROFILE', 'the AWS profile'],
  ['AWS_ACCESS_KEY_ID', 'AWS_ACCESS_KEY_ID of the environment'],
  ['AWS_WEB_IDENTITY_TOKEN_FILE', 'a role by web identity (AWS_WEB_IDENTITY_TOKEN_FILE)'],
  ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', "the container's role"],
  ['AWS_CONTAINER_CREDENTIALS_FULL_URI', "the container's role"],
];

/** What the SDK calls its errors; anything else may be a text. */
const ERROR_NAME = /^\w{1,80}$/;

/**
 * Why there are no credentials, by the error's kind and by who was asked. Never its message: of a `credential_process` it is
 * the whole command line and what that printed.
 */
export function credentialProblem({ error, env }: { error: unknown; env: NodeJS.ProcessEnv }): string {
  const name = error instanceof Error && ERROR_NAME.test(error.name) ? error.name : 'Error';
  const [variable = '', asked = 'the AWS profile'] = ASKED.find(([one]) => (env[one] ?? '') !== '') ?? [];
  const profile = env['AWS_PROFILE'] ?? 'default';
  const isProfile = variable === 'AWS_PROFILE' || variable === '';
  return `${name} of ${asked}${isProfile ? ` ${JSON.stringify(profile)}` : ''}`;
}
