import { loadClientConfig } from '@temporalio/envconfig';
import { existsSync } from 'node:fs';
import { isNamedFileMissing } from '../../temporal-profile';
import { readTemporalTarget } from '../../temporal-target';
import type { TemporalFlags } from '../../temporal-connection';
import type { CheckResult } from './check';

export interface CheckProfileInput {
  env: NodeJS.ProcessEnv;
  flags: TemporalFlags | undefined;
}

/** The key that the strict reader of envconfig 1.24 does not know, though the lenient one honours it. */
const KNOWN_AFTER_ALL = 'disable_host_verification';

/** Where Temporal is said to be: flags, variables and temporal.toml. */
export function checkProfile({ env, flags }: CheckProfileInput): CheckResult {
  const check = 'Temporal profile';
  try {
    const { place, profile, connectionOptions } = readTemporalTarget({ env, flags });
    const { address, addressFrom, namespace, namespaceFrom } = place;
    const hasFile = profile.file !== undefined && existsSync(profile.file);
    const unknown = hasFile ? findUnknownKeys(profile.file ?? '') : undefined;
    const found =
      `address ${address} (from ${addressFrom}), namespace ${namespace} (from ${namespaceFrom}), ` +
      `TLS ${connectionOptions.tls === undefined || connectionOptions.tls === false ? 'off' : 'on'}, ` +
      `API key ${connectionOptions.apiKey === undefined ? 'none' : 'set'}`;
    if (isNamedFileMissing(env))
      return { check, status: 'warning', message: found, mend: 'correct TEMPORAL_CONFIG_FILE, or unset it' };
    if (unknown === undefined) return { check, status: 'ok', message: found };
    const message = `${found}; ${profile.file ?? ''}: ${unknown}`;
    return { check, status: 'warning', message, mend: 'correct the key: nobody reads it as it is' };
  } catch (error) {
    const mend = 'correct the file, TEMPORAL_PROFILE or TEMPORAL_CONFIG_FILE';
    return { check, status: 'wrong', message: (error as Error).message, mend, fault: 'configuration' };
  }
}

/** A typo in a key is passed over by every tool of Temporal, and what it was to say is not heard. */
function findUnknownKeys(path: string): string | undefined {
  try {
    loadClientConfig({ configSource: { path }, configFileStrict: true });
    return undefined;
  } catch (error) {
    const text = /key\(s\) unrecognized.*$/.exec((error as Error).message)?.[0];
    const keys = text?.split(': ')[1];
    return keys === KNOWN_AFTER_ALL ? undefined : text;
  }
}
