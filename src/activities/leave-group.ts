import { Context } from '@temporalio/activity';
import type { LeaveGroupInput, LeaveGroupResult } from '../contract/rotation';
import { groupOf, isOwnedBy, TAG_KEYS } from '../contract/tags';
import { ERROR_POLICIES } from '../lightsail/error-kind';
import { isLightsailError } from '../lightsail/lightsail-error';
import { readAll } from '../lightsail/read-all';
import type { ActivityDependencies } from './dependencies';
import { describeLightsailError, inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';

/**
 * Takes the tag of its group off a fleet that is kept after it failed: once Temporal has forgotten the run, nothing else
 * would tell it from one that was ready. Only of what is its own, each by its ARN. Goes on past what is refused. Safe to
 * repeat.
 */
export async function leaveGroup(
  { lightsail }: ActivityDependencies,
  { region, fleetId, ownerId, instanceNames }: LeaveGroupInput,
): Promise<LeaveGroupResult> {
  const api = lightsail(region);
  const signal = Context.current().cancellationSignal;
  const wanted = new Set(instanceNames);
  return inFleetTerms(fleetId, () =>
    heartbeating(async () => {
      const listed = await readAll((pageToken) => api.getInstances({ pageToken }, { signal }));
      const tagged: LeaveGroupResult['tagged'] = [];
      for (const { name = '', arn, tags } of listed) {
        if (!wanted.has(name) || !isOwnedBy(tags, ownerId) || groupOf(tags).group === undefined) continue;
        try {
          const tagKeys = [TAG_KEYS.group];
          await api.untagResource({ resourceName: name, resourceArn: arn, tagKeys }, { signal });
        } catch (error) {
          if (!isLightsailError(error) || ERROR_POLICIES[error.kind].retried) throw error;
          if (error.kind !== 'not-found') tagged.push({ name, cause: describeLightsailError(error) });
        }
      }
      return { tagged };
    }),
  );
}
