import { CancellationScope } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { Survivor } from '../contract/failures';
import { distinctSurvivors } from './distinct-survivors';
import { findMade } from './find-made';
import { messageOfRoot } from './fleet-failure';
import type { FleetRun } from './fleet-run';
import { lateNames } from './late-names';
import { leaveGroupOf } from './leave-group-of';
import { nameUnrecordedDisks } from './name-unrecorded-disks';
import { withDisks, type Undo } from './undo';

const KEPT = 'kept for inspection, as fleet.onFailure asks';

/**
 * Leaves what the run made, and names all of it: it is billed until somebody removes it. What a lost answer may still
 * have made is named, too. Undefined when it was cancelled meanwhile: who cancels wants it gone.
 */
export async function keepFleet({
  run,
  request,
}: {
  run: FleetRun;
  request: CloneFleetInput;
}): Promise<Survivor[] | undefined> {
  const { names, unknownSince } = run.mayBeMade();
  if (names.length === 0) return [];
  const minutes = run.requirePlan.limits.rollbackMinutes;
  const deadline = new Date(Date.now() + minutes * 60_000).toISOString();
  const undo: Undo = {
    ...{ run, request, minutes, deadline, unknownSince },
    ...{ outlastRefusals: false, label: 'keep/', leftAlone: [] },
  };
  try {
    const found = await findMade({ undo, names, pass: 1 });
    const unrecorded = await nameUnrecordedDisks(undo);
    const there = found.map(({ name }) => name);
    const tagged = await leaveGroupOf({ run, request, names: there, minutes });
    if (CancellationScope.current().consideredCancelled) return undefined;
    const told = new Set([...there, ...undo.leftAlone.map(({ name }) => name)]);
    const mayBe = new Set([...run.unknownNames(), ...lateNames({ run, names }).names]);
    const hidden = [...mayBe].filter((name) => !told.has(name));
    run.update(
      names.filter((name) => !told.has(name)),
      { state: 'removed' },
    );
    run.update(names.filter((name) => told.has(name)).concat(hidden), { state: 'left-behind' });
    return distinctSurvivors([
      ...there.map((name) => survivor(name, keptText(tagged.get(name)))),
      ...undo.leftAlone,
      ...hidden.map((name) =>
        survivor(name, `not there yet${withDisks(run)}, but its create may still land`),
      ),
      ...[...run.disks.keys()].map((name): Survivor => ({ resourceType: 'Disk', name, cause: KEPT })),
      ...unrecorded,
    ]);
  } catch (error) {
    if (CancellationScope.current().consideredCancelled) return undefined;
    const cause = `it may be there${withDisks(run)}, as nobody could look: ${messageOfRoot(error)}`;
    run.update(names, { state: 'left-behind' });
    const disks = [...run.disks.keys()].map((name): Survivor => ({ resourceType: 'Disk', name, cause }));
    return [...names.map((name) => survivor(name, cause)), ...disks];
  }
}

/** Why it carries the tag of its group is said, as a rotation may count it, and delete it, when its run is forgotten. */
function keptText(tagged: string | undefined): string {
  return tagged === undefined ? KEPT : `${KEPT}; the tag of its group could not be taken off: ${tagged}`;
}

function survivor(name: string, cause: string): Survivor {
  return { resourceType: 'Instance', name, cause };
}
