import type { ApplicationFailure } from '@temporalio/workflow';
import type { FleetFailureDetails } from '../contract/failures';
import type { DeleteScope } from '../contract/owned-activities';
import { detailsOfLeft, removalCommands, stillThere, thenRun, whyThere } from './left-behind-failure';
import { outcomeFailure } from './outcome-failure';
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
    ...(survivors.length === 0 ? [] : [stillThere(survivors)]),
    ...(unread.length === 0 ? [] : [`could not look in ${blind.join(', ')}, where something may be`]),
  ];
  const whys = [
    ...(survivors[0] === undefined ? [] : [whyThere(survivors[0])]),
    ...(unread[0] === undefined ? [] : [`\nNobody could look because: ${unread[0].cause}`]),
  ];
  const count = `${String(run.removedCount)} removed`;
  const commands = removalCommands(left);
  const message = `delete incomplete, ${count}: ${parts.join('. ')}${thenRun(commands)}${whys.join('')}`;
  const cause = { details: { fleetId: fleetId ?? ownerId ?? '' } };
  const details: FleetFailureDetails = { ...detailsOfLeft({ ...left, cause }), unread };
  return outcomeFailure({ type: 'RollbackIncomplete', message, details });
}
