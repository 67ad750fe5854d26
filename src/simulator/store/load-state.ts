import type { Ledger } from '../ledger/ledger';
import { applyChange } from '../state/apply-change';
import type { SimulatorState } from '../state/simulator-state';
import { readJournal } from './read-journal';

/** Carries out again everything that a state file tells of. Returns the file's size in bytes. */
export function loadState(input: { path: string; state: SimulatorState; ledger: Ledger }): number {
  const { path, state, ledger } = input;
  return readJournal({
    path,
    onEntry: ({ seq, changes, rows }) => {
      if (seq !== ledger.nextSeq) ledger.restart(seq);
      for (const change of changes) applyChange(state, change);
      ledger.append({ rows, maxRows: state.settings.ledgerMaxRows });
    },
  });
}
