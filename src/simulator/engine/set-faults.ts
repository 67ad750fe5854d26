import type { FaultState } from '../faults/fault-plan';
import type { Engine } from './engine';

/** Puts a new plan in the place of the old one, all of its counters at the start. */
export function setFaults({ engine, faults }: { engine: Engine; faults: FaultState }): void {
  const atMillis = engine.catchUp();
  engine.commit({ atMillis, changes: [{ kind: 'set-faults', faults }], cause: 'clock' });
  engine.flush();
}
