/** How this command was called, for lines that a person is to type next: from a checkout it is not on the PATH. */
export function ownName({ env }: { env: NodeJS.ProcessEnv }): string {
  const script = env['npm_lifecycle_event'];
  return script === 'fleet' || script === 'demo' ? 'npm run fleet --' : 'lightsail-fleet';
}
