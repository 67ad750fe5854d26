import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { toClientError } from './to-client-error';

/** The server's long poll ends after 60 s at the latest, so a live worker was seen within little more than that. */
const SEEN_WITHIN_MILLIS = 70_000;

/** `TASK_QUEUE_TYPE_WORKFLOW` of the API. */
const WORKFLOW_TASKS = 1;

export interface FoundWorkers {
  /** Identities of the workers that polled lately; one that was killed is listed for a minute more. */
  identities: string[];
}

/** Workers that poll the task queue: without one, a start waits. A hint, not a proof. */
export async function findWorkers(context: ClientContext): Promise<FoundWorkers> {
  const { client, taskQueue } = context;
  try {
    const { pollers } = await callWithin({
      context,
      call: () =>
        client.workflowService.describeTaskQueue({
          namespace: client.options.namespace,
          taskQueue: { name: taskQueue },
          taskQueueType: WORKFLOW_TASKS,
        }),
    });
    const since = Date.now() - SEEN_WITHIN_MILLIS;
    const live = (pollers ?? []).filter(
      ({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000 >= since,
    );
    return { identities: live.map(({ identity }) => identity ?? 'unknown') };
  } catch (error) {
    throw toClientError(error, { fleetId: `task queue ${taskQueue}` });
  }
}
