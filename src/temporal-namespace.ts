import type { NativeConnection } from '@temporalio/worker';
import type { TemporalNamespace } from './activities/temporal-namespace';

const CALL_LIMIT_MILLIS = 10_000;

export interface ReadNamespaceInput {
  connection: NativeConnection;
  namespace: string;
}

/** The namespace that a worker serves. The SDK asks for it at the start of a worker, too, so it is permitted. */
export async function readNamespace({
  connection,
  namespace: name,
}: ReadNamespaceInput): Promise<TemporalNamespace> {
  const { namespaceInfo, config } = await connection.withDeadline(Date.now() + CALL_LIMIT_MILLIS, () =>
    connection.workflowService.describeNamespace({ namespace: name }),
  );
  const id = namespaceInfo?.id ?? '';
  if (id === '') throw new Error(`Temporal does not tell the id of namespace ${name}: its server is too old`);
  // None, or zero, is for ever.
  const retention = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
  return { name, id, retentionSeconds: retention > 0 ? retention : Number.POSITIVE_INFINITY };
}
