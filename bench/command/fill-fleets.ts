import { DEFAULT_TASK_QUEUE, WORKFLOW_TYPES } from '../../src/contract/names';
import { SEARCH_ATTRIBUTES } from '../../src/contract/search-attributes';
import type { Stack } from '../../test/support/start-stack';
import { waitFor } from '../../test/support/wait-for';

/** More starts at once do not make a server on two cores any faster. */
const STARTS_AT_ONCE = 20;

/** So many deletions take a worker half a minute. */
const FILL_LIMIT_SECONDS = 300;

/** A filter by one of them chooses its share. */
export const SOURCES = 5;

export interface FillFleetsInput {
  stack: Stack;
  fleets: number;
  deletions: number;
}

/**
 * Runs of `cloneFleet` with the attributes that a planned fleet has, ended at once: a listing cannot tell them from
 * others. Then deletions that a worker brings to their end, as a listing reads those, too. Waits until visibility holds
 * all of them.
 */
export async function fillFleets({ stack, fleets, deletions }: FillFleetsInput): Promise<void> {
  await inGroups(fleets, (index) => startAndEnd(stack, index));
  await untilCounted(stack, { type: WORKFLOW_TYPES.cloneFleet, status: 'Terminated', count: fleets });
  const worker = await stack.startWorker();
  await inGroups(deletions, (index) => startDeletion(stack, index));
  await untilCounted(stack, { type: WORKFLOW_TYPES.deleteFleet, status: 'Completed', count: deletions });
  await worker.stop();
}

async function inGroups(count: number, start: (index: number) => Promise<void>): Promise<void> {
  for (let first = 0; first < count; first += STARTS_AT_ONCE) {
    const size = Math.min(STARTS_AT_ONCE, count - first);
    await Promise.all(Array.from({ length: size }, (_, index) => start(first + index)));
  }
}

async function startAndEnd({ client }: Stack, index: number): Promise<void> {
  const handle = await client.workflow.start(WORKFLOW_TYPES.cloneFleet, {
    workflowId: `golden-20261125-${String(index).padStart(6, '0')}-bench`,
    taskQueue: DEFAULT_TASK_QUEUE,
    args: [{}],
    typedSearchAttributes: [
      { key: SEARCH_ATTRIBUTES.state, value: 'waiting' },
      { key: SEARCH_ATTRIBUTES.region, value: 'us-east-1' },
      { key: SEARCH_ATTRIBUTES.source, value: `golden-${String(index % SOURCES)}` },
      { key: SEARCH_ATTRIBUTES.group, value: 'nightly' },
      { key: SEARCH_ATTRIBUTES.size, value: 50 },
    ],
  });
  await handle.terminate('a benchmark');
}

async function startDeletion({ client }: Stack, index: number): Promise<void> {
  const fleetId = `nobody-${String(index)}`;
  await client.workflow.start(WORKFLOW_TYPES.deleteFleet, {
    workflowId: `delete/${fleetId}`,
    taskQueue: DEFAULT_TASK_QUEUE,
    args: [{ fleetId, regions: ['us-east-1'] }],
  });
}

interface CountedInput {
  type: string;
  status: 'Completed' | 'Terminated';
  count: number;
}

async function untilCounted({ client }: Stack, { type, status, count }: CountedInput): Promise<void> {
  const query = `WorkflowType = '${type}' AND ExecutionStatus = '${status}'`;
  await waitFor({
    what: `${String(count)} ${type} in visibility`,
    limitSeconds: FILL_LIMIT_SECONDS,
    condition: async () => (await client.workflow.count(query)).count >= count,
  });
}
