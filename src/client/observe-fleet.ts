import type { WorkflowExecutionDescription } from '@temporalio/client';
import type { FleetProgress } from '../contract/fleet-progress';
import { WORKFLOW_TYPES } from '../contract/names';
import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { FleetNotFoundError } from './client-errors';
import type { FleetView } from './fleet-view';
import { isOpen } from './is-open';
import { getProgress } from './get-progress';
import { mergeHeartbeats } from './merge-heartbeats';
import { retriesIn } from './find-retries';
import { readHeartbeats } from './read-heartbeats';
import { readOutcome } from './read-outcome';
import { toClientError } from './to-client-error';

/** A worker answers a query in 30 ms, from a cold cache in some hundred; where none runs, a person still waits. */
const QUERY_LIMIT_MILLIS = 2500;

/** What the last look at a run found, so that the next one asks only for what may have changed. */
export interface Observation {
  view: FleetView;
  /** Length of the history for which the query was answered; absent when it was not. */
  answeredAt?: number | undefined;
  queried?: FleetProgress | undefined;
}

export interface ObserveFleetInput {
  fleetId: string;
  previous?: Observation | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * One look at a run. The description costs the worker nothing and carries the heartbeats; the query, which the worker
 * answers, is asked only when history has grown since the last answer: nothing else can change what it says.
 */
export async function observeFleet(context: ClientContext, input: ObserveFleetInput): Promise<Observation> {
  const { fleetId, previous, signal } = input;
  const description = await describe(context, input);
  const { runId, historyLength } = description;
  const changed = previous?.answeredAt !== historyLength;
  const answer = changed ? await ask(context, { fleetId, runId, signal }) : previous.queried;
  const queried = answer ?? previous?.queried;
  const running = isOpen(description.status.name);
  const heartbeats = running && queried !== undefined ? await readHeartbeats(context, description) : [];
  const retries = running ? retriesIn(description) : [];
  return {
    queried,
    answeredAt: answer === undefined ? undefined : historyLength,
    view: {
      fleetId,
      runId,
      namespace: context.client.options.namespace,
      startedAt: description.startTime.toISOString(),
      closedAt: description.closeTime?.toISOString(),
      progress: queried === undefined ? undefined : mergeHeartbeats(queried, heartbeats),
      workerSilent: answer === undefined,
      ...(retries.length === 0 ? {} : { retries }),
      outcome: running ? undefined : await readOutcome(context, { fleetId, runId, signal }),
    },
  };
}

async function describe(
  context: ClientContext,
  { fleetId, previous, signal }: ObserveFleetInput,
): Promise<WorkflowExecutionDescription> {
  const handle = context.client.workflow.getHandle(fleetId, previous?.view.runId);
  try {
    const description = await callWithin({ context, signal, call: () => handle.describe() });
    if (description.type === WORKFLOW_TYPES.cloneFleet) return description;
    throw new FleetNotFoundError(fleetId, `the run of that id is a ${description.type}, not a fleet`);
  } catch (error) {
    throw toClientError(error, { fleetId });
  }
}

/** No answer is no error here: no worker, or a busy one. What is known otherwise is shown as long. */
async function ask(
  context: ClientContext,
  run: { fleetId: string; runId: string; signal: AbortSignal | undefined },
): Promise<FleetProgress | undefined> {
  try {
    return await getProgress(context, { ...run, limitMillis: QUERY_LIMIT_MILLIS });
  } catch {
    return undefined;
  }
}
