import { WORKFLOW_TYPES } from '../../../src/contract/names';
import type { FleetResult } from '../audit/evidence';
import type { FleetRequest } from '../plan/campaign-plan';
import type { Lane } from './lane';
import { WorkflowRun } from './workflow-run';

export interface FleetInput {
  lane: Lane;
  id: string;
  request: FleetRequest;
}

/** One run of `cloneFleet` in a lane. */
export class Fleet extends WorkflowRun<FleetResult> {
  readonly request: FleetRequest;

  constructor(input: FleetInput) {
    super({ ...input, workflowType: WORKFLOW_TYPES.cloneFleet });
    this.request = input.request;
  }
}
