import { ApplicationFailure } from '@temporalio/workflow';
import type { FleetFailureDetails } from '../contract/failures';
import type { DeleteScope } from '../contract/owned-activities';
import { detailsOfLeft, removalCommands, stillThere } from './left-behind-failure';
import type { OwnedRun } from './owned-run';

export interface DeleteIncompleteInput {
  run: OwnedRun;
  scope: DeleteScope;
}

/** The failure of a deletion that left something, or could not look everywhere: what, why, and what finishes it. */
export function deleteIncompleteFailure({ run, scope }: DeleteIncompleteInput): ApplicationFailure {
  const { survivors, blind } = run;
  const { fleetId, ownerId } = scope;
  const regions = [...new Set([...survivors.flatMap(({ region }) => region ?? []), ...blind])];
  const left = { survivors, owner: { fleetId, ownerId }, regions };
  const unread = run.unread.filter(({ region }) => blind.includes(region));
  const parts = [
    ...(survivors.length === 0 ? [] : [`${stillThere(survivors)}: ${survivors[0]?.cause ?? ''}`]),
    ...(unread.length === 0
      ? []
      : [`could not look in ${blind.join(', ')}: ${unread[0]?.cause ?? ''}. Something may be there`]),
  ];
  const count = `${String(run.removedCount)} removed`;
  const commands = removalCommands(left);
  const message = `delete incomplete, ${count}: ${parts.join('. ')}. When the cause is mended, run:\n${commands.join('\n')}`;
  const cause = { details: { fleetId: fleetId ?? ownerId ?? '' } };
  const details: FleetFailureDetails = { ...detailsOfLeft({ ...left, cause }), unread };
  return ApplicationFailure.create({
    type: 'RollbackIncomplete',
    message,
    nonRetryable: true,
    details: [details],
  });
}
