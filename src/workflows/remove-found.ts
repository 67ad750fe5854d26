import type { FoundInstance } from '../contract/found-instance';
import type { Survivor } from '../contract/failures';
import { removeInstanceChunks } from './remove-chunks';
import { atLeastMinutes, type Undo } from './undo';

/** A rollback that begins has its `rollbackMinutes`, of which the least is one. */
const FIRST_MINUTES = 1;

/** Deletes what one look at the account found, and goes on past what fails. Returns what is still there. */
export async function removeFound({
  undo,
  found,
  pass,
}: {
  undo: Undo;
  found: FoundInstance[];
  pass: number;
}): Promise<Survivor[]> {
  const { run, minutes } = undo;
  // What lands late is still given some minutes, also when the rollback's own are used up; and so is what the first look
  // found late, as its credentials came back late.
  const deadline = pass === 1 ? atLeastMinutes(undo, FIRST_MINUTES) : atLeastMinutes(undo);
  const { region } = run.requirePlan;
  const instances = found.map((instance) => ({
    ...instance,
    operationEnded: run.operationEnded.has(instance.name),
  }));
  run.update(
    found.map(({ name }) => name),
    { state: 'removing' },
  );
  return removeInstanceChunks({
    ...{ owner: run.ownership, region, items: instances, minutes, deadline },
    outlastRefusals: undo.outlastRefusals,
    label: `${undo.label}remove/${String(pass)}/`,
    onRemoved: (names) => {
      run.update(names, { state: 'removed' });
    },
  });
}
