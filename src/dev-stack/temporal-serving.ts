import { connect } from 'node:net';
import { Connection } from '@temporalio/client';

export interface PollUntilServingInput {
  /** `host:port` of gRPC. */
  address: string;
  namespace?: string;
  /** Ends the polling; the promise then stays open, as there is nothing to tell. */
  signal: AbortSignal;
}

/** The server serves 0.2 to 0.3 s after its start: asked more often than that, but not so often that it slows it. */
const ASK_EVERY_MILLIS = 50;

/** A socket that accepts but never answers is asked anew. */
const ANSWER_LIMIT_MILLIS = 1000;

/** Ends when the server answers over gRPC and knows the namespace; an open port alone is no proof of either. */
export async function pollUntilServing({
  address,
  namespace = 'default',
  signal,
}: PollUntilServingInput): Promise<void> {
  while (!signal.aborted) {
    if ((await acceptsConnections(address)) && (await isServing({ address, namespace }))) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MILLIS));
  }
  return new Promise(() => undefined);
}

/** Asked first, as gRPC waits a whole second after its first refused connection. */
function acceptsConnections(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: ANSWER_LIMIT_MILLIS });
    const answer = (accepts: boolean): void => {
      socket.destroy();
      resolve(accepts);
    };
    socket.once('connect', () => {
      answer(true);
    });
    socket.once('timeout', () => {
      answer(false);
    });
    socket.once('error', () => {
      answer(false);
    });
  });
}

async function isServing({ address, namespace }: { address: string; namespace: string }): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: ANSWER_LIMIT_MILLIS });
    const { workflowService } = connection;
    await connection.withDeadline(Date.now() + ANSWER_LIMIT_MILLIS, () =>
      workflowService.describeNamespace({ namespace }),
    );
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}
