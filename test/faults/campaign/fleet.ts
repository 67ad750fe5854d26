import { setTimeout as delay } from 'node:timers/promises';
import type { WorkflowHandleWithStartDetails } from '@temporalio/client';
import { WORKFLOW_TYPES } from '../../../src/contract/names';
import type { Outcome } from '../audit/evidence';
import type { FleetRequest } from '../plan/campaign-plan';
import type { Lane } from './lane';
import { readOutcome } from './read-outcome';

export interface FleetInput {
  lane: Lane;
  id: string;
  request: FleetRequest;
}

type Handle = WorkflowHandleWithStartDetails;

/** One run of `cloneFleet` in a lane, from its start to its outcome. */
export class Fleet {
  readonly id: string;
  readonly request: FleetRequest;
  hung = false;
  private handle: Promise<Handle> | undefined;
  private outcome: Outcome | undefined;
  private firstRunId = '';

  constructor(private readonly input: FleetInput) {
    this.id = input.id;
    this.request = input.request;
  }

  get isStarted(): boolean {
    return this.handle !== undefined;
  }

  get isEnded(): boolean {
    return this.outcome !== undefined;
  }

  get ownerId(): string {
    return this.firstRunId;
  }

  /** As a bare client of Temporal would, with nothing of ours in between. Once, however often it is asked. */
  async start(): Promise<void> {
    const { lane, id, request } = this.input;
    this.handle ??= lane.ground.client.workflow.start(WORKFLOW_TYPES.cloneFleet, {
      workflowId: id,
      taskQueue: lane.taskQueue,
      args: [request],
    });
    this.firstRunId = (await this.handle).firstExecutionRunId;
  }

  /** Nothing where it has not started, or has ended: that is what a person's late cancel does, too. */
  async cancel(): Promise<void> {
    await (await this.handle)?.cancel().catch(() => undefined);
  }

  /** The outcome; one that is not there after the limit is `lost`, and the run is terminated. */
  async end(limitSeconds: number): Promise<Outcome> {
    if (this.outcome !== undefined) return this.outcome;
    const handle = await this.requireHandle();
    const controller = new AbortController();
    const tooLate = delay(limitSeconds * 1000, undefined, { signal: controller.signal }).then(() =>
      this.giveUp(handle, limitSeconds),
    );
    tooLate.catch(() => undefined);
    try {
      this.outcome = await Promise.race([readOutcome(handle), tooLate]);
    } finally {
      controller.abort();
    }
    return this.outcome;
  }

  async history() {
    return (await this.requireHandle()).fetchHistory();
  }

  private async requireHandle(): Promise<Handle> {
    if (this.handle === undefined) throw new Error(`${this.id} has not been started`);
    return this.handle;
  }

  private async giveUp(handle: Handle, limitSeconds: number): Promise<Outcome> {
    this.hung = true;
    const { raw } = await handle.describe();
    const pending = (raw.pendingActivities ?? []).map(({ activityId, attempt, lastFailure }) => {
      const failure = lastFailure?.message ? `, last failure: ${lastFailure.message}` : '';
      return `${activityId ?? ''} (attempt ${String(attempt)}${failure})`;
    });
    const waitsFor = pending.length === 0 ? 'no activity is pending' : `pending: ${pending.join('; ')}`;
    // Not awaited: whoever waits for the result would hear of the termination first, and not of what it waited for.
    void handle.terminate('it hangs').catch(() => undefined);
    return { status: 'lost', how: `it hangs: still running after ${String(limitSeconds)} s, ${waitsFor}` };
  }
}
