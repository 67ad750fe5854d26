import type { CloneFleetResult } from '../contract/clone-fleet-result';

/** What the rotation after a fleet was ready could not do, or nothing. */
export function rotationProblem({ rotation }: Pick<CloneFleetResult, 'rotation'>): string | undefined {
  if (rotation === undefined) return undefined;
  const { left, problem } = rotation;
  if (problem !== undefined) return problem;
  const [first] = left;
  if (first === undefined) return undefined;
  const more = left.length === 1 ? '' : ` and ${String(left.length - 1)} more`;
  return `older fleet ${first.fleetId}${more} is still there, and billed: ${first.cause}`;
}
