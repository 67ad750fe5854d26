import { Context } from '@temporalio/activity';
import type { ReleaseDisksInput, ReleaseDisksResult } from '../contract/owned-activities';
import { isOwnedBy, TAG_KEYS } from '../contract/tags';
import { ERROR_POLICIES } from '../lightsail/error-kind';
import { isLightsailError } from '../lightsail/lightsail-error';
import type { ActivityDependencies } from './dependencies';
import { describeLightsailError, inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';

/**
 * Takes the tags off disks that are to stay, which an earlier rollback put on: they would tell a later sweep that
 * the disks are left over. Only of those that still carry them, each by its ARN. Goes on past what is refused. Safe to repeat.
 */
export async function releaseDisks(
  { lightsail }: ActivityDependencies,
  { region, fleetId, ownerId, disks }: ReleaseDisksInput,
): Promise<ReleaseDisksResult> {
  const api = lightsail(region);
  const signal = Context.current().cancellationSignal;
  const tagKeys = [TAG_KEYS.ownerId, TAG_KEYS.fleetId];
  return inFleetTerms(fleetId, () =>
    heartbeating(async () => {
      const tagged: ReleaseDisksResult['tagged'] = [];
      for (const { name, arn } of disks) {
        try {
          const seen = await api.getDisk({ diskName: name }, { signal });
          if (seen === undefined || seen.arn !== arn || !isOwnedBy(seen.tags, ownerId)) continue;
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
