import { CancellationScope } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { Survivor } from '../contract/failures';
import { distinctSurvivors } from './distinct-survivors';
import { findMade } from './find-made';
import { messageOfRoot } from './fleet-failure';
import type { FleetRun } from './fleet-run';
import { removeLeftDisks } from './remove-left-disks';
import { removeFound } from './remove-found';
import { withDisks, type Undo } from './undo';

/**
 * Looks at the account this often: once to find, once to see that it is clean, and again for what had a disk
 * that was not recorded yet or landed late.
 */
const MAX_PASSES = 10;

export interface RollBackInput {
  run: FleetRun;
  request: CloneFleetInput;
}

/**
 * Undoes everything that the run may have made, newest first, and verifies that nothing is left. Not cancellable.
 * Goes on past what fails; returns what is still there.
 */
export async function rollBack({ run, request }: RollBackInput): Promise<Survivor[]> {
  const removal = { run, request, label: '', outlastRefusals: true };
  return CancellationScope.nonCancellable(() => removeMade(removal));
}

export interface RemoveMadeInput extends RollBackInput {
  /** Absent: all that the run may have made. */
  names?: readonly string[];
  label: string;
  /** Calls that are refused for their credentials are repeated while there is time. */
  outlastRefusals: boolean;
}

/**
 * Removes what may have been made of these names, with its disks. Where the scope can be cancelled, the rollback of
 * the whole takes over what is not done.
 */
export async function removeMade(input: RemoveMadeInput): Promise<Survivor[]> {
  const { run, request, names, label, outlastRefusals } = input;
  const made = run.mayBeMade(names);
  const minutes = run.requirePlan.limits.rollbackMinutes;
  const deadline = new Date(Date.now() + minutes * 60_000).toISOString();
  const undo: Undo = {
    run,
    request,
    minutes,
    deadline,
    unknownSince: made.unknownSince,
    outlastRefusals,
    label,
    leftAlone: [],
  };
  const survivors = await removeAllInstances(undo, made.names);
  const among = names === undefined ? undefined : new Set(names);
  const leftDisks = await removeLeftDisks({ undo, left: survivors, among });
  return distinctSurvivors([...survivors, ...undo.leftAlone, ...leftDisks]);
}

async function removeAllInstances(undo: Undo, names: string[]): Promise<Survivor[]> {
  const { run } = undo;
  const survivors = new Map<string, Survivor>();
  for (let pass = 1; names.length > survivors.size; pass++) {
    const wanted = names.filter((name) => !survivors.has(name));
    const step = await removeOnce({ undo, names: wanted, pass });
    for (const survivor of step.survivors) survivors.set(survivor.name, survivor);
    if (step.clean) break;
  }
  run.update(names, { state: 'removed' });
  const leftAlone = undo.leftAlone.filter(({ resourceType }) => resourceType === 'Instance');
  run.update([...survivors.keys(), ...leftAlone.map(({ name }) => name)], { state: 'left-behind' });
  return [...survivors.values()];
}

/** One look at the account and the removal of what it found. `clean` when there was nothing to find. */
async function removeOnce({ undo, names, pass }: { undo: Undo; names: string[]; pass: number }) {
  try {
    const found = await findMade({ undo, names, pass });
    if (found.length === 0) return { clean: true, survivors: [] };
    if (pass > MAX_PASSES) {
      const cause = `it was still found after ${String(MAX_PASSES)} looks`;
      return { clean: true, survivors: found.map(({ name }) => survivor(name, cause)) };
    }
    return { clean: false, survivors: await removeFound({ undo, found, pass }) };
  } catch (error) {
    if (CancellationScope.current().consideredCancelled) throw error;
    const cause = `it may be there${withDisks(undo.run)}, as nobody could look: ${messageOfRoot(error)}`;
    return { clean: true, survivors: names.map((name) => survivor(name, cause)) };
  }
}

function survivor(name: string, cause: string): Survivor {
  return { resourceType: 'Instance', name, cause };
}
