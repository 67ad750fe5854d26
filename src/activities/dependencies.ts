import type { LightsailApi } from '../lightsail/lightsail-api';
import type { Watchers } from '../lightsail/watchers';

/** What the composition root hands to `createActivities`. */
export interface ActivityDependencies {
  lightsail: (region: string) => LightsailApi;
  watchers: Watchers;
  /** How long a create whose outcome is unknown may still land, seconds. */
  settleSeconds: number;
  /** Ceiling of the interval between two looks, seconds. */
  pollSeconds: number;
  /** Aborted when the worker begins to stop: waits end at once, a create in flight may finish. */
  draining: AbortSignal;
}
