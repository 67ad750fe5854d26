import type { Fates } from '../faults/choose-fates';
import type { Random } from '../random';
import type { SecondsRange } from '../settings';
import type { OperationEnd } from '../state/due-event';

export interface OperationCourse {
  durationMillis: number;
  /** Absent where the operation never ends. */
  end?: OperationEnd;
}

export interface PlotOperationInput {
  range: SecondsRange;
  random: Random;
  fates: Fates;
}

/** How long an operation takes and how it ends, by chance and by the fault plan. */
export function plotOperation({ range, random, fates }: PlotOperationInput): OperationCourse {
  const drawn = drawMillis({ range, random });
  const capacity = fates.capacity;
  if (capacity !== undefined) {
    return {
      durationMillis: drawn,
      end: {
        status: 'Failed',
        errorCode: capacity.errorCode ?? 'InsufficientInstanceCapacity',
        errorDetails: capacity.errorDetails ?? CAPACITY_TEXT,
      },
    };
  }
  const failure = fates['operation-fails'];
  if (failure !== undefined) {
    return {
      durationMillis: failure.seconds === undefined ? drawn : failure.seconds * 1000,
      end: {
        status: 'Failed',
        errorCode: failure.errorCode ?? 'InternalFailure',
        errorDetails: failure.errorDetails ?? 'The operation failed. Try again in a few minutes.',
      },
    };
  }
  const stuck = fates['operation-stuck'];
  if (stuck === undefined) return { durationMillis: drawn, end: { status: 'Succeeded' } };
  if (stuck.seconds === undefined) return { durationMillis: drawn };
  return { durationMillis: stuck.seconds * 1000, end: { status: 'Succeeded' } };
}

export const CAPACITY_TEXT =
  'We currently do not have sufficient capacity in the Availability Zone you requested. ' +
  'Try again later, or choose a different Availability Zone. (InsufficientInstanceCapacity)';

/** Uniform over the range. */
export function drawMillis({ range, random }: { range: SecondsRange; random: Random }): number {
  return Math.round((range.min + (range.max - range.min) * random()) * 1000);
}
