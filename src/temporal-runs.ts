import { Client, type WorkflowExecutionDescription } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { KnownRun, RunStates } from './activities/run-states';
import { isFleetId } from './contract/fleet-id';
import { WORKFLOW_TYPES } from './contract/names';
import type { RunState } from './contract/run-state';
import { SEARCH_ATTRIBUTES } from './contract/search-attributes';
import type { Ownership } from './contract/tags';

/** Runs of one id that are looked at, newest first: retries, resets and later runs of the same id. */
const MAX_RUNS = 200;

/** An owner id is a run id, and only what is one may stand in a query. */
const RUN_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** One unary call to Temporal; the activity's own retries come on top. */
const CALL_LIMIT_MILLIS = 10_000;

const STATES: Partial<Record<WorkflowExecutionDescription['status']['name'], RunState>> = {
  RUNNING: 'running',
  PAUSED: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed-out',
};

export interface CreateRunStatesInput {
  connection: NativeConnection;
  namespace: string;
}

/**
 * What became of runs, by the worker's own connection. A retry or an operator's reset goes on under another run id,
 * but with the same first one, which is the owner id: the whole chain is one owner.
 */
export function createRunStates({ connection, namespace }: CreateRunStatesInput): RunStates {
  const client = new Client({ connection, namespace });
  return {
    latest: (fleetId) => latestOf({ client, fleetId }),
    ofOwner: (owner) => runOfOwner({ client, owner }),
  };
}

async function latestOf({ client, fleetId }: { client: Client; fleetId: string }) {
  if (!isFleetId(fleetId)) return undefined;
  const found = await describe({ client, fleetId });
  return found?.type === WORKFLOW_TYPES.cloneFleet ? toKnownRun(found) : undefined;
}

/** Running wins, then completed: what any run of the chain has brought to stand is not taken for left over. */
async function runOfOwner({ client, owner }: { client: Client; owner: Ownership }): Promise<KnownRun> {
  const { fleetId, ownerId } = owner;
  const unknown: KnownRun = { ownerId, state: 'not-found' };
  const known = isFleetId(fleetId) ? await runOfChain({ client, owner }) : unknown;
  if (known.state !== 'not-found' || !RUN_ID.test(ownerId)) return known;
  // The fleet id is a tag that anybody can change; the owner id is the proof. What runs or stands is protected by it.
  for await (const { workflowId } of client.workflow.list({ query: `RunId = "${ownerId}"`, pageSize: 1 })) {
    if (workflowId === fleetId) continue;
    const real = await runOfChain({ client, owner: { ownerId, fleetId: workflowId } });
    if (real.state === 'running' || real.state === 'completed') return { ...real, fleetId: workflowId };
  }
  return unknown;
}

async function runOfChain({ client, owner }: { client: Client; owner: Ownership }): Promise<KnownRun> {
  const { fleetId, ownerId } = owner;
  const unknown: KnownRun = { ownerId, state: 'not-found' };
  const latest = await describe({ client, fleetId });
  const newest = latest === undefined ? undefined : toKnownRun(latest);
  if (newest?.ownerId === ownerId && (newest.state === 'running' || newest.state === 'completed'))
    return newest;
  const chain: KnownRun[] = [];
  let looked = 0;
  for await (const { runId } of client.workflow.list({
    query: `WorkflowId = "${fleetId}"`,
    pageSize: MAX_RUNS,
  })) {
    const found = await describe({ client, fleetId, runId });
    const run = found === undefined ? unknown : toKnownRun(found);
    if (run.ownerId === ownerId && run.state !== 'not-found') chain.push(run);
    looked += 1;
    // Nobody can tell any more, so nothing is taken for left over.
    if (looked >= MAX_RUNS) return { ownerId, state: 'running' };
  }
  if (newest?.ownerId === ownerId) chain.unshift(newest);
  return (
    chain.find(({ state }) => state === 'running') ??
    chain.find(({ state }) => state === 'completed') ??
    chain[0] ??
    unknown
  );
}

interface DescribeInput {
  client: Client;
  fleetId: string;
  runId?: string;
}

async function describe({ client, fleetId, runId }: DescribeInput) {
  const handle = client.workflow.getHandle(fleetId, runId);
  try {
    return await client.withDeadline(Date.now() + CALL_LIMIT_MILLIS, () => handle.describe());
  } catch (error) {
    if (error instanceof Error && error.name === 'WorkflowNotFoundError') return undefined;
    throw error;
  }
}

function toKnownRun(description: WorkflowExecutionDescription): KnownRun {
  const { raw, runId, status, closeTime, typedSearchAttributes } = description;
  const first = raw.workflowExecutionInfo?.firstRunId ?? '';
  // Without it a run that was reset looks like another owner's, and what it made like something left over.
  if (first === '')
    throw new Error(`Temporal does not tell the first run of ${runId}: its server is too old`);
  return {
    ownerId: first,
    state: STATES[status.name] ?? 'not-found',
    group: typedSearchAttributes.get(SEARCH_ATTRIBUTES.group),
    ...(closeTime === undefined ? {} : { closedAt: closeTime.toISOString() }),
  };
}
