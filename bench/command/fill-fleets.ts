import { DEFAULT_TASK_QUEUE, WORKFLOW_TYPES } from '../../src/contract/names';
import { SEARCH_ATTRIBUTES } from '../../src/contract/search-attributes';
import type { Stack } from '../../test/support/start-stack';
import { waitFor } from '../../test/support/wait-for';

/** More starts at once do not make a server on two cores any faster. */
const STARTS_AT_ONCE = 20;

/** 1,000 refused requests take a worker half a minute. */
const FILL_LIMIT_SECONDS = 300;

/** Every fifth source has a name of its own, so that a filter has something to choose. */
const SOURCES = 5;

export interface FillFleetsInput {
  stack: Stack;
  count: number;
}

/**
 * Runs of `cloneFleet` that end at once, as their request is refused, with the attributes that a planned fleet has: a
 * listing cannot tell them from others. Waits until visibility holds all of them.
 */
export async function fillFleets({ stack, count }: FillFleetsInput): Promise<void> {
  const { client } = stack;
  for (let first = 0; first < count; first += STARTS_AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(STARTS_AT_ONCE, count - first) }, (_, index) =>
        startOne(stack, first + index),
      ),
    );
  await waitFor({
    what: `${String(count)} fleets are listed as ended`,
    limitSeconds: FILL_LIMIT_SECONDS,
    condition: async () =>
      (await client.workflow.count(`${SEARCH_ATTRIBUTES.state.name} = "rolled-back"`)).count >= count,
  });
}

async function startOne({ client }: Stack, index: number): Promise<void> {
  await client.workflow.start(WORKFLOW_TYPES.cloneFleet, {
    workflowId: `golden-20261125-${String(index).padStart(6, '0')}-bench`,
    taskQueue: DEFAULT_TASK_QUEUE,
    args: [{}],
    typedSearchAttributes: [
      { key: SEARCH_ATTRIBUTES.region, value: 'us-east-1' },
      { key: SEARCH_ATTRIBUTES.source, value: `golden-${String(index % SOURCES)}` },
      { key: SEARCH_ATTRIBUTES.group, value: 'nightly' },
      { key: SEARCH_ATTRIBUTES.size, value: 50 },
    ],
  });
}
