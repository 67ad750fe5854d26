import { versionOfWorker } from '../../worker-identity';
import type { CheckResult } from './check';

export interface CheckVersionsInput {
  own: string;
  identities: string[];
  serverVersion: string | undefined;
}

/** Whether command and workers are of one version; a worker's is in the name that it polls under. */
export function checkVersions({ own, identities, serverVersion }: CheckVersionsInput): CheckResult {
  const check = 'versions';
  const known = identities.map(versionOfWorker);
  const told = [...new Set(known.filter((version) => version !== undefined))].sort();
  const untold = known.length - known.filter((version) => version !== undefined).length;
  const workers = [
    ...(told.length === 0 ? [] : [`workers ${told.join(', ')}`]),
    ...(untold === 0 ? [] : [`${String(untold)} worker(s) that do not tell theirs`]),
    ...(known.length === 0 ? ['no worker to ask'] : []),
  ];
  const server = serverVersion === undefined || serverVersion === '' ? [] : [`Temporal ${serverVersion}`];
  const message = [`this command ${own}`, ...workers, ...server].join(', ');
  if (told.every((version) => version === own)) return { check, status: 'ok', message };
  const mend = 'bring command and workers to one version: a verb may ask for what the other does not know';
  return { check, status: 'warning', message, mend };
}
