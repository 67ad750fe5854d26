import type { LightsailApi } from '../lightsail/lightsail-api';
import type { Watchers } from '../lightsail/watchers';
import type { Catalogue } from './catalogue';
import type { KnownAccounts } from './known-accounts';
import type { RunStates } from './run-states';
import type { Schedules } from './schedules';
import type { TemporalNamespace } from './temporal-namespace';

/** What the composition root hands to `createActivities`. */
export interface ActivityDependencies {
  lightsail: (region: string) => LightsailApi;
  watchers: Watchers;
  catalogue: Catalogue;
  runStates: RunStates;
  knownAccounts: KnownAccounts;
  schedules: Schedules;
  temporalNamespace: TemporalNamespace;
  /** How long a create whose outcome is unknown may still land, seconds. */
  settleSeconds: number;
  /** Ceiling of the interval between two looks, seconds. */
  pollSeconds: number;
  /** Folder that `fleet.userDataFile` is read from. */
  userDataDir?: string | undefined;
  /** Known quota of vCPUs in a Region; unset: the plan warns above AWS's default and refuses nothing. */
  vcpuQuota?: number | undefined;
  /** Aborted when the worker begins to stop: waits end at once, a create in flight may finish. */
  draining: AbortSignal;
}
