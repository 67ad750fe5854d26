import { setTimeout as delay } from 'node:timers/promises';
import type { WorkflowHandleWithStartDetails } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { HistoryEvent, Outcome, Span } from '../audit/evidence';
import type { Lane } from './lane';
import { readOutcome } from './read-outcome';

export interface WorkflowRunInput {
  lane: Lane;
  workflowType: string;
  id: string;
  request: object;
}

type Handle = WorkflowHandleWithStartDetails;

/** A machine that is out of breath is slow, but something still happens: a run without a new event for so long hangs. */
const STILL_SECONDS = 60;

/** So often: what goes on for ever without coming to an end hangs, too. */
const MAX_EXTENSIONS = 10;

/** One run of a workflow in a lane, from its start to its outcome. */
export class WorkflowRun<Result> {
  readonly id: string;
  hung = false;
  private handle: Promise<Handle> | undefined;
  private outcome: Outcome<Result> | undefined;
  private firstRunId = '';

  constructor(private readonly input: WorkflowRunInput) {
    this.id = input.id;
  }

  /** Run id of its first execution; empty before it is started. */
  get ownerId(): string {
    return this.firstRunId;
  }

  /** As a bare client of Temporal would, with nothing of ours in between. Once, however often it is asked. */
  async start(): Promise<void> {
    const { lane, workflowType, id, request } = this.input;
    this.handle ??= lane.ground.client.workflow.start(workflowType, {
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

  /** The outcome. A run that is not over after the limit and stands still is `lost`, and terminated. */
  async end(limitSeconds: number): Promise<Outcome<Result>> {
    if (this.outcome !== undefined) return this.outcome;
    const handle = await this.requireHandle();
    const controller = new AbortController();
    const startedAt = Date.now();
    const tooLate = untilStill({ handle, limitSeconds, signal: controller.signal }).then(() =>
      this.giveUp(handle, Math.round((Date.now() - startedAt) / 1000)),
    );
    tooLate.catch(() => undefined);
    try {
      this.outcome = await Promise.race([readOutcome<Result>(handle), tooLate]);
    } finally {
      controller.abort();
    }
    return this.outcome;
  }

  /** What an auditor reads of it, once it has ended. */
  async record(): Promise<Span & { outcome: Outcome<Result>; history: HistoryEvent[] }> {
    const outcome = await this.end(0);
    const read = await (await this.requireHandle()).fetchHistory();
    const { events: history } = JSON.parse(historyToJSON(read)) as { events: HistoryEvent[] };
    const timeOf = (event: HistoryEvent | undefined) => String(event?.eventTime);
    return { outcome, history, startedAt: timeOf(history[0]), endedAt: timeOf(history.at(-1)) };
  }

  private async requireHandle(): Promise<Handle> {
    if (this.handle === undefined) throw new Error(`${this.id} has not been started`);
    return this.handle;
  }

  private async giveUp(handle: Handle, seconds: number): Promise<Outcome<Result>> {
    this.hung = true;
    const { raw } = await handle.describe();
    const pending = (raw.pendingActivities ?? []).map(({ activityId, attempt, lastFailure }) => {
      const failure = lastFailure?.message ? `, last failure: ${lastFailure.message}` : '';
      return `${activityId ?? ''} (attempt ${String(attempt)}${failure})`;
    });
    const waitsFor = pending.length === 0 ? 'no activity is pending' : `pending: ${pending.join('; ')}`;
    // Not awaited: whoever waits for the result would hear of the termination first, and not of what it waited for.
    void handle.terminate('it hangs').catch(() => undefined);
    return { status: 'lost', how: `it hangs: still running after ${String(seconds)} s, ${waitsFor}` };
  }
}

interface UntilStillInput {
  handle: Handle;
  limitSeconds: number;
  signal: AbortSignal;
}

/** Resolves after the limit, as soon as history has not grown for a while. */
async function untilStill({ handle, limitSeconds, signal }: UntilStillInput): Promise<void> {
  await delay(limitSeconds * 1000, undefined, { signal });
  if (limitSeconds === 0) return;
  let before = -1;
  for (let extension = 1; extension <= MAX_EXTENSIONS; extension++) {
    const { historyLength } = await handle.describe();
    if (historyLength === before) return;
    before = historyLength;
    await delay(STILL_SECONDS * 1000, undefined, { signal });
  }
}
