import { hostname } from 'node:os';
import { packageVersion } from './package-version';

/** What a worker is called in Temporal: its version tells `doctor` whether it is that of the command. */
export function workerIdentity(): string {
  return `lightsail-fleet/${packageVersion()} ${String(process.pid)}@${hostname()}`;
}

/** The version of a worker of ours, or undefined: an older one, or somebody else's. */
export function versionOfWorker(identity: string): string | undefined {
  return /^lightsail-fleet\/(\S+) /.exec(identity)?.[1];
}
