import type { WorkflowStartOptions } from '@temporalio/client';
import { parseCloneFleetInput, type CloneFleetInput } from '../contract/clone-fleet-input';
import { FLEET_ID_RULE, isFleetId } from '../contract/fleet-id';
import { InvalidRequestError } from './client-errors';
import type { ClientContext } from './client-context';
import { detailsOfRequest, summaryOfRequest } from './describe-request';
import { sourceOf } from './source-of';
import { makeFleetId } from './make-fleet-id';

export interface FleetStart {
  fleetId: string;
  input: CloneFleetInput;
}

/** The request and its id, checked before anything is sent; all problems at once. */
export function checkStart({
  request,
  fleetId,
}: {
  request: CloneFleetInput;
  fleetId?: string | undefined;
}): FleetStart {
  const parsed = parseCloneFleetInput(request);
  const idProblems =
    fleetId === undefined || isFleetId(fleetId)
      ? []
      : [{ path: 'fleetId', message: `${FLEET_ID_RULE}, got ${JSON.stringify(fleetId)}` }];
  if (parsed.input === undefined || idProblems.length > 0) {
    throw new InvalidRequestError([...idProblems, ...(parsed.problems ?? [])]);
  }
  return { input: parsed.input, fleetId: fleetId ?? makeFleetId({ source: sourceOf(parsed.input) }) };
}

/**
 * Options of a start that may be repeated: a running fleet of the id is joined, a failed one is tried anew, a ready
 * one is refused. No time limit on the workflow (one would end it without a rollback), and no search attributes: the
 * workflow sets its own, and an unregistered one would fail the start.
 */
export function cloneFleetStartOptions(
  { taskQueue }: ClientContext,
  { fleetId, input }: FleetStart,
): WorkflowStartOptions<(input: CloneFleetInput) => Promise<unknown>> & {
  workflowIdConflictPolicy: 'USE_EXISTING';
} {
  return {
    workflowId: fleetId,
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    staticSummary: summaryOfRequest(input),
    staticDetails: detailsOfRequest(input),
  };
}
