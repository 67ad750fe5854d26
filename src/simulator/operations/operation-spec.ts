import type { Fates } from '../faults/choose-fates';
import type { Draft } from '../state/draft';
import type { RegionState, SimulatorState } from '../state/simulator-state';
import type { ReadBy, Shape } from '../wire/shapes';

/** What an operation may look at, and where it leaves what it wants changed. */
export interface OperationContext {
  state: SimulatorState;
  region: RegionState;
  draft: Draft;
  nowMillis: number;
  /** Asks the fault plan; to be called once, after the call has been accepted. */
  drawFates: (names: readonly string[]) => Map<string, Fates>;
}

export interface OperationSpec<S extends Shape<unknown>> {
  input: S;
  /** Answers with the members of the result, or throws an AwsError. Members that are undefined are left out. */
  run: (input: ReadBy<S>, context: OperationContext) => object;
}

/** Ties the type of the input to the shape that reads it. */
export function defineOperation<S extends Shape<unknown>>(spec: OperationSpec<S>): OperationSpec<S> {
  return spec;
}
