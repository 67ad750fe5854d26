import {
  allHandlersFinished,
  CancellationScope,
  CancelledFailure,
  condition,
  log,
} from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import { causeOf, rolledBackFailure, type FleetCause } from './fleet-failure';
import type { FleetRun } from './fleet-run';
import { keepFleet } from './keep-fleet';
import { keptFailure, removalCommands, rollbackIncompleteFailure } from './left-behind-failure';
import { rollBack } from './roll-back';

export interface FailFleetInput {
  run: FleetRun;
  request: CloneFleetInput;
  error: unknown;
  /** Tells those who await the plan. */
  reject: (failure: Error) => void;
}

/** Undoes what the run made, or keeps it where that was asked for, then fails with the first cause and what is left. */
export async function failFleet({ run, request, error, reject }: FailFleetInput): Promise<never> {
  const cancelled = CancellationScope.current().consideredCancelled;
  const cause = causeOf(error, { fleetId: run.identity.fleetId, cancelled });
  run.cause = { type: cause.type, message: cause.message };
  // Who cancels a run wants it gone, whatever was asked for the case that it fails.
  const keep = run.plan?.standing.onFailure === 'keep' && !cancelled && cause.type !== 'Cancelled';
  const failure = await (keep ? keepWhatIsThere : undo)({ run, request, cause });
  const { fleetId } = run.identity;
  if (run.survivors.length > 0) {
    run.commands = removalCommands(whatIsLeft(run));
    const kept = keep && !CancellationScope.current().consideredCancelled;
    log.error(kept ? 'the fleet is kept as it is' : 'rollback incomplete', {
      fleetId,
      survivors: run.survivors.slice(0, 20),
    });
  }
  run.enter(run.survivors.length > 0 ? 'rollback-incomplete' : 'rolled-back');
  reject(failure);
  await CancellationScope.nonCancellable(() => condition(allHandlersFinished));
  if (run.survivors.length === 0 && cause.type === 'Cancelled') throw new CancelledFailure(failure.message);
  throw failure;
}

interface EndInput {
  run: FleetRun;
  request: CloneFleetInput;
  cause: FleetCause;
}

async function undo({ run, request, cause }: EndInput): Promise<Error> {
  const madeSomething = run.registered.length > 0;
  if (madeSomething) {
    log.warn('the fleet is undone', { type: cause.type, cause: cause.message });
    run.enter('rolling-back');
    run.survivors = await rollBack({ run, request });
  }
  if (run.survivors.length === 0) return rolledBackFailure(cause, madeSomething);
  return rollbackIncompleteFailure({ cause, ...whatIsLeft(run) });
}

async function keepWhatIsThere({ run, request, cause }: EndInput): Promise<Error> {
  const kept = await keepFleet({ run, request });
  if (kept === undefined) return undo({ run, request, cause });
  run.survivors = kept;
  if (run.survivors.length === 0) return rolledBackFailure(cause, run.registered.length > 0);
  return keptFailure({ cause, ...whatIsLeft(run) });
}

function whatIsLeft({ survivors, ownership, requirePlan }: FleetRun) {
  return { survivors, owner: ownership, regions: [requirePlan.region] };
}
