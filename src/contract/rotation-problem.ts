import type { Rotation } from './rotation-result';

/** What the rotation after a fleet was ready could not do, or nothing. */
export function rotationProblem({ rotation }: { rotation?: Rotation | undefined }): string | undefined {
  if (rotation === undefined) return undefined;
  const { left, leftCount, disksLeft, disksLeftCount, problem } = rotation;
  if (problem !== undefined) return problem;
  const [fleet] = left;
  if (fleet !== undefined)
    return `older fleet ${fleet.fleetId}${more(leftCount)} is still there, and billed: ${fleet.cause}`;
  const [disk] = disksLeft;
  if (disk === undefined) return undefined;
  return `disk ${disk.name} of older fleet ${disk.fleetId}${more(disksLeftCount)} is still there, and billed: ${disk.cause}`;
}

function more(count: number): string {
  return count <= 1 ? '' : ` and ${String(count - 1)} more`;
}
