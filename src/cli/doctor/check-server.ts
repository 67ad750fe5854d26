import type { ConnectedClient } from '../../temporal-connection';
import { CALL_LIMIT_MILLIS } from '../../client/call-limit';
import type { CheckResult } from './check';
import { isRefusal } from './grpc-refusal';

export interface CheckServerInput {
  connect: () => Promise<ConnectedClient>;
  now?: () => number;
}

export interface CheckServerResult {
  result: CheckResult;
  connected?: ConnectedClient | undefined;
  serverVersion?: string | undefined;
}

/** Whether somebody answers at the address, within the 5 s that every command waits. */
export async function checkServer({ connect, now = Date.now }: CheckServerInput): Promise<CheckServerResult> {
  const check = 'Temporal server';
  const startedAt = now();
  let connected: ConnectedClient | undefined;
  try {
    connected = await connect();
    const { address, place, connection } = connected;
    const { serverVersion = '' } = await connection.withDeadline(now() + CALL_LIMIT_MILLIS, () =>
      connection.workflowService.getSystemInfo({}),
    );
    const took = `${String(Math.round(now() - startedAt))} ms`;
    const version = serverVersion === '' ? '' : `, version ${serverVersion}`;
    const message = `${address} (from ${place.addressFrom}) answers within ${took}${version}`;
    return { result: { check, status: 'ok', message }, connected, serverVersion };
  } catch (error) {
    // Else its channel keeps the process.
    await connected?.close();
    const { message, cause } = error as Error;
    if (isRefusal(cause ?? error)) {
      const mend = 'check TEMPORAL_API_KEY, or the certificates of TEMPORAL_TLS_*';
      return { result: { check, status: 'wrong', message, mend, fault: 'configuration' } };
    }
    return { result: { check, status: 'wrong', message, fault: 'unreachable' } };
  }
}
