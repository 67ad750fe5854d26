import type { Fates } from '../faults/choose-fates';
import { keyedRandom } from '../random';
import type { SecondsRange } from '../settings';
import type { Operation, Resource } from '../state/resources';
import type { SimulatorState } from '../state/simulator-state';
import type { Draft } from '../state/draft';
import type { OperationCourse } from './operation-course';
import { plotOperation } from './operation-course';

export interface PlotEndingInput {
  state: SimulatorState;
  draft: Draft;
  nowMillis: number;
  /** As it was before the call: what it goes back to if the operation fails. */
  resource: Resource;
  operation: Operation;
  range: SecondsRange;
  fates: Fates;
}

/** Puts the operation of a call in the draft and plans its end. The end is where the caller's own events hang. */
export function plotEnding(input: PlotEndingInput): OperationCourse {
  const { state, draft, nowMillis, resource, operation, range, fates } = input;
  const random = keyedRandom({ seed: state.seed, key: `${operation.operationType}|${resource.arn}` });
  const course = plotOperation({ range, random, fates });
  draft.putOperation(operation);
  endWith({ ...input, course, dueMillis: nowMillis + course.durationMillis });
  return course;
}

/** Plans the end of an operation that shares the course of another one. */
export function endWith(input: {
  draft: Draft;
  resource: Resource;
  operation: Operation;
  course: OperationCourse;
  dueMillis: number;
}): void {
  const { draft, resource, operation, course, dueMillis } = input;
  if (course.end === undefined) return;
  draft.schedule({
    dueMillis,
    event: {
      kind: 'operation-ends',
      region: resource.region,
      operationId: operation.id,
      arn: resource.arn,
      end: course.end,
      restore: resource,
    },
  });
}
