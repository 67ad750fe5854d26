import type { RawWorkflowExecutionInfo } from '@temporalio/client';
import type { ClientContext } from './client-context';

/** The server's own page size at most. */
const PAGE_SIZE = 1000;

/** Runs as visibility has them, none of their payloads decoded. */
export async function* listRuns(
  { client }: ClientContext,
  { query }: { query: string },
): AsyncGenerator<RawWorkflowExecutionInfo, void> {
  const { namespace } = client.options;
  let token: Uint8Array | undefined;
  do {
    const { executions, nextPageToken } = await client.workflowService.listWorkflowExecutions({
      ...{ namespace, query, pageSize: PAGE_SIZE },
      ...(token === undefined ? {} : { nextPageToken: token }),
    });
    yield* executions ?? [];
    token = nextPageToken?.length ? nextPageToken : undefined;
  } while (token !== undefined);
}
