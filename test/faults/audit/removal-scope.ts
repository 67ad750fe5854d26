import type { AuditedRemoval, AuditedRun } from './evidence';

/** Whether a removal may touch what this run made: a delete what its request names, a sweep what is no fleet's. */
export function isInScope({ kind, request }: AuditedRemoval, run: AuditedRun): boolean {
  if (kind === 'sweep') return request.delete === true && run.outcome.status !== 'ready';
  const { fleetId = run.fleetId, ownerId = run.ownerId } = request;
  return fleetId === run.fleetId && ownerId === run.ownerId;
}
