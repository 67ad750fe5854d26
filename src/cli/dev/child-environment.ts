import { devNull } from 'node:os';
import { join } from 'node:path';
import { findPackageRoot } from '../../dev-stack/package-root';

/**
 * The example credentials of AWS's own documentation: real ones never reach the children, which could not tell the
 * simulator from AWS if the endpoint were lost on the way.
 */
const EXAMPLE_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** Found among the variables of Temporal, but read by our own set-up and not by a client. */
const KEPT = new Set(['TEMPORAL_CLI_PATH']);

export interface ChildEnvironmentInput {
  env: NodeJS.ProcessEnv;
  temporalAddress: string;
  simulatorUrl: string;
  uiUrl?: string | undefined;
}

/**
 * Environment of worker and clients of a local stack: nothing of the caller's Temporal or AWS set-up gets through,
 * neither by variable nor by file, so that no profile can point them at a real server or account.
 */
export function childEnvironment(input: ChildEnvironmentInput): NodeJS.ProcessEnv {
  const kept = Object.entries(input.env).filter(([name]) => KEPT.has(name) || !/^(AWS|TEMPORAL)_/.test(name));
  return {
    ...Object.fromEntries(kept),
    ...EXAMPLE_CREDENTIALS,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_LIGHTSAIL: input.simulatorUrl,
    // An empty file makes envconfig 1.24.0 throw; one that is not there is taken for no configuration.
    TEMPORAL_CONFIG_FILE: join(findPackageRoot(__dirname), 'no-temporal.toml'),
    TEMPORAL_ADDRESS: input.temporalAddress,
    TEMPORAL_NAMESPACE: 'default',
    ...(input.uiUrl === undefined ? {} : { TEMPORAL_UI_URL: input.uiUrl }),
  };
}
