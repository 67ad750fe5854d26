import type { Change } from '../state/change';
import { applyChange } from '../state/apply-change';
import type { SimulatorState } from '../state/simulator-state';
import { fireEvent } from './fire-event';

export interface AdvanceInput {
  state: SimulatorState;
  nowMillis: number;
  /** Called before the changes of one event are applied, so that it can still see what was. */
  onEvent: (event: { atMillis: number; changes: readonly Change[] }) => void;
}

/** Lets everything happen that is due by now, in the exact order of its due times. */
export function advance({ state, nowMillis, onEvent }: AdvanceInput): void {
  for (let due = state.due.peek(); due !== undefined && due.dueMillis <= nowMillis; due = state.due.peek()) {
    const changes = fireEvent({ state, due });
    onEvent({ atMillis: due.dueMillis, changes });
    for (const change of changes) applyChange(state, change);
  }
}
